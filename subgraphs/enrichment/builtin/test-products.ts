import { labelled, type LabelledProduct } from './labelled-product';

/*
 * What the built-in classifier is measured by. Written when the lexicon and the training products were finished, and never to be
 * looked at while one of them is changed: whoever learns from these has nothing left to measure by.
 */
export const TEST_PRODUCTS: readonly LabelledProduct[] = labelled({
  'Animals & Pet Supplies': `
    en|Elevated Feeding Station for Large Dogs
    en|Automatic Fish Feeder
    en|Horse Fly Mask
    en|Bamboo Hamster Hideout
    en|Odour Eliminating Spray for Cat Urine
    es|Collar isabelino talla S|veterinaria
    es|Comida para tortugas de agua
    es|Cama ortopédica para perro grande
    es|Juguete dispensador de premios|perros
    es|Piedra de calcio para aves`,
  'Apparel & Accessories': `
    en|Chambray Button-Down Shirt
    en|Women's Wide-Leg Palazzo Pants
    en|Canvas Low-Top Sneakers
    en|Cashmere Travel Wrap|scarf
    en|Titanium Wedding Band 6 mm
    es|Camisa de lino para hombre
    es|Falda plisada midi
    es|Gorra trucker bordada
    es|Collar de perlas cultivadas
    es|Pijama térmica familiar`,
  'Arts & Entertainment': `
    en|Twelve-String Guitar Strings Light Gauge
    en|Blank Comic Sketch Pad and Inking Pens|drawing
    en|Latch Hook Rug Kit
    en|Chenille Yarn Jumbo Skein
    en|Helium Balloon Kit 50 Balloons
    es|Bongó de madera y cuero
    es|Set de pintura por números
    es|Hilo de algodón para amigurumi
    es|Mini piano digital de 61 teclas|música
    es|Decoración para baby shower|globos, fiesta`,
  'Baby & Toddler': `
    en|Cloth Diaper Inserts 10 Pack
    en|Baby Food Freezer Tray
    en|Toddler Bed Rail
    en|Car Seat Canopy for Infants
    en|Glow Pacifiers 0-6 Months
    es|Bañera plegable para bebé
    es|Biberón de vidrio 240 ml
    es|Body manga larga recién nacido
    es|Termo para fórmula infantil
    es|Andadera musical|bebé`,
  'Business & Industrial': `
    en|Three-Tier Utility Service Cart Restaurant
    en|Anti-Fatigue Mat for Workstations|warehouse
    en|Reflective Traffic Cones 28 inch
    en|Digital Laboratory Balance 0.001 g
    en|Vacuum Packaging Machine Chamber Type|commercial
    es|Arnés de cuerpo completo para trabajo en alturas
    es|Etiquetas térmicas para envíos 100 x 150
    es|Horno pizzero industrial a gas
    es|Guantes anticorte nivel 5|seguridad industrial
    es|Mesa de trabajo en acero inoxidable para cocina industrial`,
  'Cameras & Optics': `
    en|Variable ND Filter 77 mm
    en|Compact Digital Camera 20x Zoom
    en|Spotting Scope 20-60x80
    en|Camera Strap in Braided Rope
    en|Softbox Lighting Kit with Stands|photo
    es|Batería recargable para cámara réflex
    es|Lupa con luz para lectura
    es|Cámara acuática desechable
    es|Estabilizador de tres ejes para cámara
    es|Filtro UV de 52 mm|fotografía`,
  Electronics: `
    en|Wireless Earbuds with Charging Case
    en|Outdoor HDTV Antenna
    en|Curved Gaming Monitor 34 inch
    en|USB Microphone for Podcasting
    en|Smart Home Hub
    es|Altavoz inteligente con asistente de voz
    es|Computador portátil de 14 pulgadas
    es|Cable HDMI de 3 metros
    es|Regleta con puertos USB
    es|Teléfono inteligente 256 GB`,
  'Food, Beverages & Tobacco': `
    en|Maple Glazed Pecans
    en|Sparkling Mineral Water 12 Cans
    en|Stone-Ground Whole Grain Mustard
    en|Jasmine Rice 2 kg
    en|Vegan Protein Brownie Mix
    es|Salsa de ají picante
    es|Cerveza artesanal rubia x 6
    es|Chocolate con leche y almendras
    es|Lentejas a granel
    es|Aguardiente sin azúcar`,
  Furniture: `
    en|Upholstered Bed Headboard Full
    en|Round Marble Coffee Table
    en|Stackable Plastic Garden Chairs
    en|Corner Computer Desk with Drawers
    en|Entryway Shoe Bench
    es|Cama doble con cabecero
    es|Silla mecedora en madera
    es|Mesa de centro redonda
    es|Sofá cama de dos puestos
    es|Clóset modular de seis puertas`,
  Hardware: `
    en|Cordless Drill and Driver Combo
    en|PVC Pipe Cutter
    en|Interior Latex Paint Eggshell 1 gal
    en|Magnetic Stud Finder
    en|Stainless Kitchen Sink Strainer and Drain|plumbing
    es|Juego de brocas para concreto
    es|Cerradura de manija para baño
    es|Manguera flexible para lavamanos
    es|Pegante epóxico para metal
    es|Interruptor doble de pared`,
  'Health & Beauty': `
    en|Rose Water Facial Toner
    en|Waterproof Mascara Black
    en|Men's Electric Shaver
    en|Omega-3 Fish Oil Capsules
    en|Gel Nail Polish Starter Kit
    es|Agua micelar 400 ml
    es|Plancha para cabello con placas cerámicas
    es|Jabón artesanal de avena y miel
    es|Termómetro infrarrojo sin contacto
    es|Polvo compacto matificante`,
  'Home & Garden': `
    en|Nonstick Muffin Pan 12 Cup
    en|Linen Throw Pillow Cover
    en|Raised Garden Bed Cedar
    en|Espresso Machine 15 Bar
    en|Hanging Macrame Plant Holder
    es|Juego de vasos de vidrio x 6
    es|Cobertor tejido para cama
    es|Aspiradora robot
    es|Regadera metálica para plantas|jardín
    es|Organizador de cubiertos|cocina`,
  'Luggage & Bags': `
    en|Foldable Travel Duffel
    en|Women's Quilted Shoulder Bag
    en|Rolling Laptop Case
    en|Minimalist Card Wallet
    en|Kids' Dinosaur Backpack
    es|Maleta de cabina liviana
    es|Bolso bandolera en cuero
    es|Morral para senderismo de 40 litros
    es|Cartera tipo sobre para mujer
    es|Organizador de equipaje x 6|viaje`,
  Media: `
    en|The Art of Fermentation, Second Edition|cookbook
    en|Children's Bedtime Stories Collection
    en|Folk Songs of the Highlands CD
    en|Classic Western Movie Collection DVD
    en|Illustrated Guide to Garden Birds|book
    es|Libro de cuentos para dormir
    es|Antología de poesía latinoamericana
    es|Película documental sobre el Amazonas|DVD
    es|Guía de aves de Colombia|libro
    es|Novela policíaca en edición de bolsillo`,
  'Office Supplies': `
    en|Hardcover Ruled Journal|stationery
    en|Fine Point Rollerball Pens Blue
    en|Desktop File Sorter Mesh
    en|Binder Clips Assorted Sizes
    en|Magnetic Dry-Erase Calendar
    es|Lapicero de gel punta fina
    es|Folder plástico con gancho
    es|Papel fotográfico tamaño carta
    es|Grapas estándar caja x 5000
    es|Organizador de escritorio en malla|oficina`,
  Software: `
    en|Accounting Software Small Business Edition
    en|PDF Editor Lifetime License
    en|Inventory Management Cloud Subscription
    en|Language Learning App Premium Year
    en|Firewall and Internet Security Suite
    es|Programa para liquidar nómina
    es|Suscripción mensual a editor de fotos en línea
    es|Licencia de sistema operativo profesional
    es|Plataforma de cursos virtuales, acceso anual
    es|Software para agenda de citas`,
  'Sporting Goods': `
    en|Youth Baseball Glove Left Hand
    en|Adjustable Weight Bench
    en|Trekking Poles Pair Carbon
    en|Swim Training Fins
    en|Indoor Cycling Bike Trainer
    es|Tabla de surf de espuma
    es|Guantes para gimnasio
    es|Red de voleibol profesional
    es|Tienda de campaña para dos personas
    es|Casco para ciclismo de ruta`,
  'Toys & Games': `
    en|Marble Run Construction Set
    en|Baby Doll with Bottle
    en|Word Guessing Party Game
    en|Die-Cast Sports Car 1:24|collectible
    en|Foam Dart Blaster
    es|Set de bloques magnéticos
    es|Muñeco de acción articulado
    es|Juego de cartas familiar
    es|Casa de muñecas de madera
    es|Pelota saltarina con luces|niños`,
  'Vehicles & Parts': `
    en|Front Strut Assembly
    en|Motorcycle Handlebar Grips
    en|Car Seat Covers Full Set
    en|Radiator Coolant Concentrate 4 L
    en|Trailer Hitch Ball Mount
    es|Espejo lateral derecho para automóvil
    es|Cadena y piñón para motocicleta
    es|Aceite de caja automática
    es|Plumillas limpiabrisas universales
    es|Cera líquida para carro`,
  Uncategorized: `
    en|Orlandt 9
    en|Sample Item
    en|Service Fee
    en|Brackwell Signature
    es|Varios
    es|Domicilio
    es|Producto sin nombre
    es|Pedido especial`,
});
