import { labelled, type LabelledProduct } from './labelled-product';

/*
 * What the built-in classifier is measured by. Written when the lexicon and the training products were finished, and never to be
 * looked at while one of them is changed: whoever learns from these has nothing left to measure by.
 */
export const TEST_PRODUCTS: readonly LabelledProduct[] = labelled({
  'Animals & Pet Supplies': `
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
    en|Velmora X2
    en|Mystery Bundle
    en|Donation
    en|Nordanis
    es|Tarjeta de regalo
    es|Producto de prueba
    es|Talvika 7
    es|Ancheta`,
});
