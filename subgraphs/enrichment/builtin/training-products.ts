import { labelled, type LabelledProduct } from './labelled-product';

/*
 * Products as small shops name them, made up for this purpose and labelled by hand: language, name, keywords. What the built-in
 * classifier learns from, beside its lexicon.
 */
export const TRAINING_PRODUCTS: readonly LabelledProduct[] = labelled({
  'Animals & Pet Supplies': `
    en|Adjustable Nylon Harness for Medium Dogs|walk, reflective
    en|Grain-Free Salmon Kibble 5 kg|adult dogs
    en|Clumping Cat Litter Lavender 10 L
    en|Stainless Steel Feeding Bowl with Non-Slip Base|puppy
    en|Glass Aquarium 60 Litres with LED Lid
    en|Interactive Laser Pointer for Kittens
    en|Parakeet Seed Mix 1 kg
    en|Orthopaedic Memory Foam Bed for Senior Dogs
    en|Retractable Leash 5 m|pets
    es|Arnés ajustable para perro mediano|paseo
    es|Alimento húmedo para gatos sabor pollo 400 g
    es|Rascador de sisal con plataforma para gatos
    es|Acuario de vidrio de 40 litros|peces
    es|Jaula para canarios con columpio|aves
    es|Pipeta antipulgas para perros de 10 a 20 kg
    es|Snack dental para cachorros x 7 unidades
    es|Cama lavable para mascotas talla M
    es|Rueda de ejercicio para hámster
    en|Hay Rack for Rabbits
    en|Waterproof Dog Coat Size L
    en|Self-Cleaning Litter Tray
    en|Turtle Basking Lamp 75 W
    en|Nail Clippers for Cats|grooming
    es|Plato doble antideslizante para mascotas
    es|Croquetas para perro senior 8 kg
    es|Túnel de juego para gatos
    es|Shampoo medicado para perros
    es|Filtro interno para pecera de 60 litros`,
  'Apparel & Accessories': `
    en|Men's Slim Fit Oxford Shirt Sky Blue
    en|High-Waist Yoga Leggings|women
    en|Waterproof Hooded Rain Jacket
    en|Merino Wool Crew Socks 3 Pairs
    en|Suede Chelsea Boots Brown
    en|Linen Summer Dress with Pockets
    en|Sterling Silver Hoop Earrings
    en|Reversible Leather Belt 35 mm
    en|Unisex Knit Beanie|winter
    es|Camiseta básica de algodón cuello redondo|hombre
    es|Vestido largo estampado de flores|verano
    es|Jean tiro alto bota recta para dama
    es|Zapatos de cuero para hombre tipo mocasín
    es|Bufanda tejida de alpaca
    es|Aretes de plata con circón
    es|Chaqueta impermeable con capota
    es|Medias tobilleras paquete x 6
    es|Sombrero vueltiao tradicional
    en|Corduroy Overshirt Olive
    en|Strappy Block Heel Sandals
    en|Quilted Puffer Gilet
    en|Gold-Plated Layered Necklace
    en|Thermal Base Layer Set|ski, men
    es|Blusa manga larga con moño
    es|Tenis urbanos blancos talla 38|calzado
    es|Correa de cuero para caballero
    es|Conjunto deportivo de dos piezas|mujer
    es|Reloj análogo de pulso en acero`,
  'Arts & Entertainment': `
    en|Acoustic Guitar 3/4 Size with Gig Bag
    en|Set of 24 Watercolour Paints|artist
    en|Stretched Canvas 40 x 60 cm|painting
    en|Chunky Merino Yarn for Hand Knitting
    en|Beginner Cross Stitch Kit Botanical
    en|Soprano Ukulele Mahogany
    en|Foil Balloons Number 30|party
    en|Calligraphy Brush and Ink Set
    en|Concert Flute in C Silver Plated
    es|Guitarra acústica de tapa de abeto
    es|Caja de 12 óleos para principiantes|pintura artística
    es|Bastidor para bordar con hilos
    es|Ovillo de lana merino 100 g|tejer
    es|Tambor alegre de 10 pulgadas
    es|Pinceles de cerda sintética x 10
    es|Globos metalizados de cumpleaños
    es|Arcilla para modelar blanca 1 kg
    es|Atril plegable para partituras
    en|Cajon Box Drum Birch|percussion
    en|Oil Pastel Set 48 Colours
    en|Punch Needle Starter Kit
    en|Violin Rosin Dark
    en|Birthday Candles and Cake Topper|party
    es|Caballete de madera plegable
    es|Flauta dulce soprano
    es|Set de acuarelas en pastilla x 24
    es|Kit de macramé para principiantes
    es|Piñata de unicornio`,
  'Baby & Toddler': `
    en|Newborn Swaddle Blankets Muslin 3 Pack
    en|Anti-Colic Feeding Bottle 260 ml|infant
    en|Lightweight Foldable Stroller
    en|Overnight Diapers Size 4
    en|Wooden Teething Ring
    en|Video Baby Monitor with Night Light
    en|Silicone Bib with Food Catcher
    en|Convertible High Chair|toddler
    en|Organic Cotton Onesie 6-9 Months
    es|Pañales etapa 3 x 50 unidades
    es|Coche paseador liviano plegable|bebé
    es|Tetero anticólico de 250 ml
    es|Chupo de silicona 0 a 6 meses
    es|Toallitas húmedas para bebé x 80
    es|Cuna colecho con ruedas
    es|Mordedor refrigerante para encías
    es|Silla de comer para bebé
    es|Mameluco de algodón recién nacido
    en|Infant Car Seat Rear Facing
    en|Electric Breast Pump Double
    en|Night-Time Training Pants 2T|toddler
    en|Bamboo Hooded Towel for Newborns
    en|Nursery Mobile with Music|cot
    es|Esterilizador de teteros eléctrico
    es|Corral portátil con colchoneta|bebé
    es|Crema antipañalitis 110 g
    es|Vajilla de silicona con ventosa para bebé
    es|Monitor de bebé con cámara`,
  'Business & Industrial': `
    en|Hand Pallet Truck 2500 kg|warehouse
    en|Thermal Receipt Paper Rolls 80 mm Box of 50
    en|Handheld 2D Barcode Scanner
    en|High-Visibility Safety Vest Class 2
    en|Nitrile Examination Gloves Powder Free Box of 100
    en|Industrial Shelving Unit 5 Tier
    en|Corrugated Shipping Boxes 30 x 20 x 15|packaging
    en|Commercial Countertop Deep Fryer|restaurant
    en|Borosilicate Erlenmeyer Flask 500 ml|laboratory
    es|Estibadora manual de 2 toneladas|bodega
    es|Casco de seguridad dieléctrico|obra
    es|Lector de código de barras inalámbrico
    es|Guantes de nitrilo caja x 100
    es|Bata de laboratorio antifluido
    es|Maniquí de cuerpo entero para vitrina
    es|Báscula industrial de 300 kg
    es|Cinta de embalaje transparente x 6 rollos
    es|Exhibidor metálico para tienda
    en|Stainless Prep Table for Restaurants
    en|Self-Adhesive Shipping Labels Roll
    en|Welding Helmet Auto-Darkening
    en|Spill Containment Pallet
    en|Disposable Lab Pipettes Pack of 500
    es|Extintor multipropósito de 20 libras
    es|Botas de caucho con puntera de seguridad|industria
    es|Cajón monedero para punto de venta
    es|Rollo de plástico stretch industrial
    es|Fonendoscopio de doble campana|médico`,
  'Cameras & Optics': `
    en|24 MP Mirrorless Body with 18-55 Lens
    en|Carbon Fibre Travel Tripod|photography
    en|10x42 Waterproof Binoculars
    en|Astronomical Refractor Telescope 70 mm
    en|Instant Film Camera Mint
    en|Circular Polarising Filter 58 mm|lens
    en|4K Action Camera with Housing
    en|Outdoor Security Camera with Night Vision
    en|Three-Axis Handheld Gimbal
    es|Cámara réflex digital con lente 18-55
    es|Trípode de aluminio para fotografía
    es|Binoculares 8x40 compactos
    es|Telescopio refractor para principiantes
    es|Objetivo de 50 mm f/1.8|cámara
    es|Cámara de seguridad exterior con visión nocturna
    es|Aro de luz de 18 pulgadas con soporte
    es|Microscopio óptico de 1000 aumentos
    es|Funda impermeable para cámara deportiva
    en|85 mm f/1.4 Portrait Lens
    en|Camera Backpack with Rain Cover|photography
    en|Monocular 12x50 with Phone Mount
    en|LED Video Light Panel|studio
    en|Underwater Disposable Camera
    es|Lente gran angular 10-18 mm
    es|Trípode flexible para celular y cámara
    es|Telescopio reflector de 114 mm
    es|Flash externo con zapata TTL|fotografía
    es|Cámara instantánea con 10 películas`,
  Electronics: `
    en|Noise Cancelling Over-Ear Headphones
    en|10,000 mAh Power Bank Fast Charge
    en|27-inch IPS Computer Monitor
    en|Mechanical Keyboard Hot-Swappable
    en|USB-C to HDMI Adapter
    en|Dual Band Mesh WiFi Router
    en|Portable Bluetooth Speaker Splash-Proof
    en|1 TB Portable Solid State Drive
    en|Tempered Glass Screen Protector for Galaxy
    es|Audífonos inalámbricos con estuche de carga
    es|Cargador rápido tipo C de 25 W
    es|Televisor LED de 43 pulgadas
    es|Memoria USB de 64 GB
    es|Teclado y mouse inalámbricos
    es|Parlante portátil a prueba de agua
    es|Tableta de 10 pulgadas 128 GB
    es|Carcasa transparente para celular
    es|Router doble banda
    en|Smart Watch with Heart Rate Sensor
    en|8-Port Gigabit Ethernet Switch
    en|Replacement Laptop Charger 65 W
    en|43-inch 4K Television
    en|Wireless Gaming Mouse
    es|Diadema con micrófono para videollamadas
    es|Disco duro externo de 2 TB
    es|Consola portátil de videojuegos
    es|Soporte magnético con carga inalámbrica|celular
    es|Impresora multifuncional de tinta continua`,
  'Food, Beverages & Tobacco': `
    en|Single Origin Coffee Beans 500 g|roasted
    en|Extra Virgin Olive Oil 750 ml
    en|Dark Chocolate Bar 70%
    en|Raw Wildflower Honey
    en|Whole Wheat Spaghetti 1 kg
    en|Craft Lager Beer Six Pack
    en|Salted Roasted Almonds
    en|Organic Green Tea Bags
    en|Strawberry Jam No Added Sugar
    es|Café de origen molido 500 g
    es|Panela pulverizada orgánica
    es|Aceite de oliva extra virgen 1 L
    es|Chocolate de mesa con canela
    es|Arroz blanco de grano largo 5 kg
    es|Vino tinto malbec 750 ml
    es|Galletas de avena y pasas
    es|Queso costeño semiduro
    es|Mermelada de mora artesanal
    en|Sourdough Crackers with Rosemary
    en|Cold Brew Concentrate|coffee
    en|Smoked Paprika Tin
    en|Aged Balsamic Vinegar of Modena
    en|Pitted Kalamata Olives
    es|Miel de abejas pura 500 g
    es|Té de manzanilla x 20 sobres
    es|Arequipe tradicional
    es|Salchichón ahumado
    es|Ron añejo 8 años 750 ml`,
  Furniture: `
    en|Solid Oak Dining Table for Six
    en|Ergonomic Mesh Office Chair
    en|Three-Seater Velvet Sofa
    en|Five-Shelf Bookcase White
    en|Queen Size Bed Frame with Slats
    en|Nesting Side Tables Set of 2
    en|Six-Drawer Dresser
    en|Adjustable Bar Stools Pair
    en|Memory Foam Mattress Double
    es|Sofá de tres puestos en lino
    es|Mesa de comedor de madera maciza
    es|Silla ergonómica para escritorio
    es|Biblioteca de cinco entrepaños
    es|Base cama doble tapizada
    es|Colchón semiortopédico sencillo
    es|Mesa de noche con dos cajones
    es|Zapatero de madera con puerta
    es|Escritorio en L para estudio
    en|Mid-Century Armchair in Teal
    en|Extendable Console Table
    en|Wall-Mounted Floating Shelf Walnut
    en|Twin Bunk Bed with Ladder
    en|Rattan Lounge Set|outdoor
    es|Comedor de cuatro puestos en vidrio
    es|Poltrona giratoria
    es|Mueble para televisor de 180 cm
    es|Camarote metálico sencillo
    es|Estantería modular blanca`,
  Hardware: `
    en|Cordless Impact Driver 18 V
    en|Claw Hammer Fibreglass Handle
    en|Adjustable Wrench 10 inch
    en|Stainless Steel Wood Screws Assorted
    en|Exterior Masonry Paint 10 L White
    en|Single Lever Basin Faucet
    en|Brass Padlock 50 mm with Keys
    en|Aluminium Step Ladder 5 Tread
    en|Circular Saw Blade 185 mm
    es|Taladro percutor de media pulgada
    es|Juego de destornilladores de precisión
    es|Martillo de uña con mango de fibra
    es|Candado de seguridad de 60 mm
    es|Grifería monocontrol para lavamanos
    es|Pintura para exteriores galón blanco
    es|Escalera de aluminio de 6 pasos
    es|Cable eléctrico número 12 rollo 100 m
    es|Disco de corte para pulidora
    en|Rotary Tool with 100 Accessories
    en|Two-Part Epoxy Adhesive
    en|Smart Door Lock with Keypad
    en|Galvanised Fence Wire 50 m
    en|Dual Flush Toilet Cistern Kit
    es|Llave de tubo de 14 pulgadas
    es|Brocha de cerda natural de 3 pulgadas
    es|Chapa de sobreponer para puerta
    es|Tanque de agua de 500 litros
    es|Soldador de estaño 60 W`,
  'Health & Beauty': `
    en|Vitamin C Brightening Serum
    en|Sulphate-Free Shampoo for Curly Hair
    en|Matte Liquid Lipstick Rosewood
    en|SPF 50 Facial Sunscreen
    en|Bamboo Toothbrush Soft 4 Pack
    en|Eau de Toilette Citrus 100 ml
    en|Whey Protein Powder Vanilla|supplement
    en|Digital Blood Pressure Monitor
    en|Beard Trimmer Rechargeable
    es|Sérum facial de ácido hialurónico
    es|Champú sin sal para cabello rizado
    es|Labial mate larga duración
    es|Protector solar facial FPS 50
    es|Crema hidratante para manos con karité
    es|Perfume floral para mujer 50 ml
    es|Colágeno hidrolizado en polvo
    es|Tensiómetro digital de brazo
    es|Esmalte de uñas secado rápido
    en|Clay Face Mask with Charcoal
    en|Bluetooth Body Weight Scale|health
    en|Keratin Smoothing Treatment|hair
    en|Roll-On Deodorant Unscented
    en|Nasal Spray Saline
    es|Aceite de coco capilar
    es|Base líquida cobertura total tono beige
    es|Cepillo alisador eléctrico|cabello
    es|Multivitamínico en gomas
    es|Faja lumbar ortopédica`,
  'Home & Garden': `
    en|Cast Iron Skillet 26 cm
    en|King Size Percale Duvet Cover
    en|Scented Soy Candle Sandalwood
    en|Ceramic Planter with Saucer
    en|Blackout Curtains Set of Two
    en|Cordless Stick Vacuum Cleaner
    en|Expandable Garden Hose 15 m
    en|Set of Six Stoneware Dinner Plates
    en|Bamboo Cutting Board
    es|Sartén antiadherente de 28 cm
    es|Juego de sábanas dobles 300 hilos
    es|Vela aromática de vainilla
    es|Matera de cerámica con plato
    es|Cortina blackout para habitación
    es|Licuadora de vaso de vidrio
    es|Juego de ollas de acero inoxidable x 7
    es|Tapete antideslizante para baño
    es|Detergente líquido para ropa 3 L
    en|Enamelled Dutch Oven 5 L
    en|Electric Kettle with Temperature Control
    en|Macrame Wall Hanging Decor
    en|Microfibre Cleaning Cloths
    en|Drip Irrigation Kit for Balcony Plants
    es|Cafetera de goteo de 12 tazas
    es|Cobija térmica doble
    es|Juego de cubiertos de 24 piezas
    es|Espejo redondo decorativo
    es|Ventilador de torre`,
  'Luggage & Bags': `
    en|Hard-Shell Cabin Suitcase 55 cm
    en|Roll-Top Waterproof Backpack
    en|Leather Crossbody Handbag
    en|Canvas Tote with Inner Pocket
    en|Slim Bifold Wallet RFID
    en|Weekender Duffel with Shoe Compartment
    en|Hanging Toiletry Organiser|travel
    en|Laptop Briefcase 15.6 inch
    en|Compression Packing Cubes Set of 5
    es|Maleta de viaje mediana con ruedas
    es|Morral antirrobo con puerto USB
    es|Bolso de mano en cuero
    es|Billetera delgada para hombre
    es|Canguro deportivo de cintura
    es|Maletín para portátil de 15 pulgadas
    es|Cosmetiquera de viaje con espejo
    es|Tula deportiva con compartimento
    es|Mochila wayuu tejida a mano
    en|Anti-Theft Sling|travel
    en|Expandable Checked Luggage 75 cm
    en|Women's Leather Clutch
    en|School Backpack with Lunch Compartment
    en|Passport Cover
    es|Bolso cruzado de lona
    es|Maleta rígida de 24 pulgadas
    es|Monedero en cuero con cierre
    es|Mochila escolar con ruedas
    es|Tarjetero metálico con bloqueo RFID`,
  Media: `
    en|A History of the Andes, Hardcover
    en|Beginner's Guide to Bread Baking Paperback|book
    en|Jazz Classics Vinyl LP Remastered
    en|Nature Documentary Series Blu-ray
    en|Spanish-English Pocket Dictionary
    en|Science Fiction Trilogy Box Set|novels
    en|Monthly Gardening Magazine Annual Issue
    en|Graphic Novel Volume 2|comics
    en|Original Motion Picture Soundtrack CD
    es|Novela histórica de tapa dura
    es|Cuentos infantiles ilustrados|libro
    es|Diccionario español-inglés de bolsillo
    es|Disco de vinilo de boleros
    es|Revista de arquitectura edición especial
    es|Poesía completa, edición anotada
    es|Película clásica en DVD
    es|Libro de recetas colombianas
    es|Historieta en tres tomos
    en|The Gardener's Almanac|book
    en|Crime Thriller Audiobook
    en|Live at the Harbour, Double LP|vinyl
    en|World Atlas Illustrated Edition
    en|Learn Italian in 30 Days|paperback
    es|Atlas ilustrado de Colombia
    es|Libro álbum para primeros lectores
    es|Enciclopedia de plantas medicinales
    es|Manual de carpintería básica|libro
    es|CD de música andina`,
  'Office Supplies': `
    en|Spiral Notebook A5 Dotted
    en|Gel Pens Assorted Colours Pack of 12
    en|Heavy Duty Stapler 50 Sheets
    en|A4 Copy Paper Ream 500 Sheets
    en|Dry-Erase Whiteboard 90 x 60
    en|Lever Arch File Folder Black
    en|Desk Planner Undated
    en|Scientific Calculator
    en|Yellow Sticky Notes 76 mm
    es|Cuaderno cuadriculado de 100 hojas
    es|Resma de papel carta 75 g
    es|Bolígrafos de tinta negra x 12
    es|Cosedora metálica para 25 hojas
    es|Carpeta argollada tamaño oficio
    es|Resaltadores pastel x 6
    es|Tablero acrílico borrable
    es|Agenda semanal
    es|Calculadora científica
    en|Correction Fluid Pen
    en|Wireless Presenter Pointer|office
    en|Kraft Bubble Mailers|envelopes
    en|Permanent Marker Fine Tip Black
    en|Magazine File Holder Desktop
    es|Lápices de grafito HB x 12
    es|Perforadora de dos huecos
    es|Sobres de manila tamaño oficio
    es|Cinta correctora
    es|Marcadores para tablero x 4`,
  Software: `
    en|Antivirus Subscription 3 Devices 1 Year
    en|Office Productivity Suite Lifetime License
    en|Photo Editing Software Download
    en|Bookkeeping App Annual Plan
    en|Operating System Pro Product Key
    en|VPN Service 24 Months
    en|Video Editing Suite Activation Code
    en|Cloud Backup 2 TB Yearly Subscription
    en|Point of Sale Software License
    es|Licencia de antivirus por un año
    es|Programa de contabilidad para pymes
    es|Suscripción anual de almacenamiento en la nube
    es|Clave de activación de sistema operativo
    es|Software de facturación electrónica
    es|Programa de diseño gráfico, licencia anual
    es|Aplicación de gestión de inventarios
    es|Licencia de edición de video
    es|Plan VPN de dos años
    en|Password Manager Family Plan
    en|Tax Preparation Software 2026
    en|Digital Audio Workstation Full License
    en|CAD Drawing Program for Students
    en|Website Builder One Year
    es|Sistema de nómina electrónica|software
    es|Licencia de suite ofimática
    es|Antivirus para cinco dispositivos
    es|Aplicación de punto de venta
    es|Curso interactivo de inglés, descarga digital`,
  'Sporting Goods': `
    en|Size 5 Match Football
    en|Adjustable Dumbbells 2 x 10 kg
    en|Non-Slip Yoga Mat 6 mm
    en|Two-Person Camping Tent
    en|Carbon Road Bike Helmet|cycling
    en|Graphite Tennis Racket
    en|Telescopic Fishing Rod
    en|Speed Jump Rope
    en|Inflatable Stand-Up Paddle Board
    es|Balón de fútbol número 5
    es|Mancuernas ajustables de 10 kg
    es|Colchoneta para yoga
    es|Carpa para cuatro personas|camping
    es|Bicicleta de montaña rin 29
    es|Guantes de boxeo de 12 onzas
    es|Gafas de natación antiempañantes
    es|Raqueta de bádminton
    es|Caña de pescar telescópica
    en|Basketball Hoop with Stand
    en|Inflatable Kayak for Two
    en|Cork Yoga Block
    en|Goalkeeper Gloves Size 9
    en|Insulated Hydration Flask for Cyclists
    es|Patines en línea talla 37
    es|Bolsa de dormir para clima frío
    es|Rueda para abdominales
    es|Canilleras con tobillera|fútbol
    es|Banda elástica de resistencia`,
  'Toys & Games': `
    en|1000-Piece Jigsaw Puzzle Mountain Lake
    en|Wooden Building Blocks 100 Pieces
    en|Strategy Board Game for 2-4 Players
    en|Plush Teddy Bear 40 cm
    en|Remote Control Monster Truck|kids
    en|Magnetic Chess Set Travel
    en|Doll with Wardrobe
    en|Bubble Machine|children
    en|Deck of Playing Cards
    es|Rompecabezas de 500 piezas
    es|Bloques de construcción x 80
    es|Juego de mesa de estrategia
    es|Oso de peluche gigante
    es|Carro a control remoto|niños
    es|Muñeca articulada con accesorios
    es|Ajedrez de madera
    es|Cometa de colores
    es|Dominó en estuche
    en|Wooden Train Set 60 Pieces
    en|Glow-in-the-Dark Slime
    en|Family Trivia Card Game
    en|Ride-On Tractor|kids
    en|Finger Puppets Animals
    es|Pista de carros con lanzador
    es|Plastilina de colores x 12
    es|Cocina de juguete con sonidos
    es|Lotería de animales|niños
    es|Robot programable infantil`,
  'Vehicles & Parts': `
    en|All-Season Tyre 205/55 R16
    en|Ceramic Brake Pads Front Set
    en|Fully Synthetic Engine Oil 5W-30 4 L
    en|Full-Face Motorcycle Helmet
    en|12 V Car Battery 60 Ah
    en|LED Headlight Bulbs H7
    en|Universal Rubber Car Floor Mats
    en|Cabin Air Filter|car
    en|Wiper Blades 24 and 18 inch
    es|Llanta 185/65 R15
    es|Pastillas de freno delanteras
    es|Aceite sintético para motor 10W-40
    es|Casco integral para moto
    es|Batería para carro 45 Ah
    es|Limpiaparabrisas de 22 pulgadas
    es|Tapetes de caucho para carro
    es|Bujías de iridio x 4
    es|Amortiguador delantero
    en|Universal Phone Mount for Car Dashboard
    en|Rear Shock Absorber
    en|Motorcycle Chain Lubricant
    en|Heavy-Duty Jumper Leads
    en|Windscreen Sun Shade
    es|Kit de arrastre para moto
    es|Filtro de aceite para camioneta
    es|Forros para asientos de auto
    es|Bombillo halógeno H4
    es|Rin de lujo 17 pulgadas`,
  Uncategorized: `
    en|Zorvex Prime 3000
    en|Gift Voucher 50
    en|Assorted Lot 17
    en|Quantra Blue Edition
    es|Bono de regalo 100.000
    es|Surtido variado del mes
    es|Kentaro Plus
    es|Combo sorpresa
    en|Velmora X2
    en|Mystery Bundle
    en|Donation
    en|Nordanis
    es|Tarjeta de regalo
    es|Producto de prueba
    es|Talvika 7
    es|Ancheta`,
});
