import type { StandardCategory } from './standard-categories';

/*
 * What the words of product names say about their category, from general knowledge: English first, then Spanish. A word may stand
 * in several places. Two words joined by "+" count only when one follows the other, and then more than the single words.
 */
export const LEXICON: Readonly<Record<Exclude<StandardCategory, 'Uncategorized'>, string>> = {
  'Animals & Pet Supplies': `
    dog cat puppy kitten pet pets aquarium fish+tank fish+food bird hamster rabbit horse+feed leash dog+collar cat+litter litter+box kennel
    birdcage dog+food cat+food dog+shampoo dog+bed cat+tree chew+toy dog+toy cat+toy scratching+post paw flea tick hay reptile terrarium
    parrot pet+carrier poop+bag veterinary canine feline dog+treats cat+treats saddle bird+seed
    perro gato cachorro gatito mascota mascotas acuario pecera pez pajaro ave hamster conejo caballo correa+perro collar+perro arena+gato
    arena+gatos arenero jaula alpiste rascador hueso+perro antipulgas garrapatas veterinario croquetas concentrado+perro comida+perro
    comida+gato comedero bebedero+mascotas canino felino loro tortuga heno bozal guacal`,
  'Apparel & Accessories': `
    shirt tshirt tee top tops blouse dress gown skirt jeans denim trousers pants leggings shorts jacket coat blazer sweater hoodie sweatshirt
    cardigan jumper vest suit tuxedo kurti kurta kurtas saree sari salwar lehenga dupatta pyjama pajama nightgown robe underwear lingerie bra
    panties briefs boxer boxers socks stockings tights shoe shoes sneaker sneakers boot boots sandal sandals flats heels loafer loafers slipper
    slippers bellies wedges clogs moccasin scarf shawl stole glove gloves mitten hat cap beanie belt tie bowtie cufflinks suspenders
    ring rings necklace pendant earring earrings bracelet bangle bangles anklet brooch jewelry jewellery jewel watch watches wristwatch sunglasses
    uniform swimsuit bikini trunks raincoat poncho parka windbreaker polo tunic jumpsuit romper overalls costume diamond+ring gold+ring
    analog+watch digital+watch leather+belt baseball+cap wool+scarf apparel clothing sleeve footwear hair+band
    camisa camiseta blusa vestido falda pantalon jean vaquero bermuda chaqueta abrigo saco chaleco traje sueter buzo sudadera pijama bata
    ropa ropa+interior calzon calzoncillo calzoncillos sosten brasier tanga medias calcetines calcetin zapato zapatilla tenis+dama tenis+hombre bota botas
    sandalia sandalias chancla chanclas tacon mocasin alpargata pantufla bufanda chal guante+lana sombrero gorra gorro cinturon corbata corbatin
    anillo collar pulsera arete aretes pendientes tobillera broche joya reloj reloj+pulsera gafas+sol lentes+sol traje+bano bikini impermeable ruana guayabera
    enagua delantal+escolar disfraz uniforme panoleta manga+larga manga+corta polera remera pollera saten`,
  'Arts & Entertainment': `
    guitar ukulele violin cello piano keyboard+piano drum drumstick flute trumpet saxophone clarinet harmonica microphone+stand guitar+strings music+stand
    canvas easel paintbrush paint+brush acrylic+paint oil+paint watercolor watercolour sketchbook sketch+pad yarn wool+yarn knitting crochet embroidery+kit cross+stitch beads
    bead craft crafts origami clay pottery sewing+kit quilting stencil stamp+set scrapbook scrapbooking party balloon balloons confetti piñata concert ticket
    collectible coin+collection stamp+album magic+tricks gift+wrap violin+bow tambourine banjo mandolin capo plectrum glitter resin+kit candle+making
    guitarra ukelele violin violonchelo bateria+musical tambor flauta trompeta saxofon clarinete armonica cuerdas+guitarra atril partitura lienzo caballete
    pincel pinceles acuarela acuarelas oleo acrilico+pintura pintura+acrilica lana+tejer hilo+bordar bordado ganchillo croche tejido agujas+tejer agujas+punto abalorio mostacilla manualidades arcilla
    ceramica+fria porcelana+fria origami globo globos confeti fiesta cumpleanos pinata maracas cajon+flamenco pandereta bongo coleccionable antifaz papel+regalo plastilina+polimerica`,
  'Baby & Toddler': `
    baby infant newborn toddler diaper diapers nappy nappies pacifier stroller pram crib cot bassinet baby+monitor baby+bottle bottle+warmer bib bibs high+chair
    teether teething onesie baby+wipes changing+mat baby+carrier breast+pump nursing potty baby+shampoo baby+powder car+seat baby+food infant+formula playpen
    swaddle rattle nursery baby+girl baby+boy sippy+cup baby+bath bodysuit
    bebe recien+nacido panal panales pañal chupete chupo cochecito coche+bebe cuna moises babero tetero biberon mamadera silla+comer mordedor mameluco body+bebe
    toallitas+humedas cambiador portabebe extractor+leche lactancia lactario orinal+bebe sonajero corral+bebe esterilizador+biberones bañera+bebe banera+bebe calienta+biberones`,
  'Business & Industrial': `
    forklift pallet conveyor industrial commercial cash+register barcode+scanner barcode label+printer pos+terminal safety+helmet hard+hat safety+vest safety+goggles respirator lab+coat
    pipette beaker microscope+slides centrifuge test+tube restaurant+equipment commercial+oven deep+fryer meat+slicer mannequin display+rack signage shipping+label
    packing+tape bubble+wrap cardboard+boxes stretch+film hydraulic pneumatic compressor+industrial generator+industrial medical+gloves nitrile+gloves stethoscope syringe
    scalpel dental curing tractor+implement irrigation+system ear+protection welding+mask retail+shelf price+gun safety+boots warehouse hairdresser+chair traffic+cone
    montacargas estiba banda+transportadora industrial comercial caja+registradora lector+codigo+barras codigo+barras impresora+etiquetas datafono casco+seguridad casco+obra chaleco+reflectivo
    gafas+seguridad respirador bata+laboratorio pipeta matraz centrifuga tubo+ensayo freidora+industrial tajadora maniqui exhibidor vitrina+comercial cinta+embalaje
    plastico+burbuja cajas+carton vinipel hidraulico neumatico guantes+nitrilo estetoscopio jeringa bisturi odontologico careta+soldar estanteria+industrial
    botas+seguridad bascula+industrial senalizacion cono+trafico rollos+termicos dotacion balanza+comercial carretilla+hidraulica`,
  'Cameras & Optics': `
    camera cameras dslr mirrorless lens lenses tripod binoculars binocular telescope microscope camcorder action+camera webcam+stand flash+camera camera+flash memory+card+camera
    camera+bag camera+strap monopod gimbal rangefinder monocular spotting+scope photography photo+light softbox ring+light lens+cap lens+filter polarizing+filter uv+filter
    instant+camera film+camera security+camera surveillance+camera dome+camera night+vision shutter viewfinder camera+battery drone+camera magnifying
    camara camaras fotografica objetivo+camara lente+camara tripode binoculares prismaticos telescopio microscopio videocamara camara+accion flash+camara filtro+polarizador
    estabilizador+camara fotografia monocular camara+instantanea camara+seguridad vision+nocturna luz+estudio aro+luz catalejo lupa trípode parasol+lente`,
  Electronics: `
    phone smartphone iphone android tablet ipad laptop notebook+computer computer desktop monitor keyboard mouse router modem switch+port usb charger adapter cable hdmi headphones headphone
    earbud earbuds headset speaker speakers soundbar television tv led+tv projector printer scanner hard+drive ssd pendrive flash+drive memory+card power+bank battery battery+charger
    smartwatch fitness+tracker console gps bluetooth wifi wireless processor motherboard graphics+card ram microphone amplifier radio walkie+talkie remote+control
    phone+case mobile+case back+cover screen+protector screen+guard pouch+lenovo laptop+skin laptop+battery webcam extension+cord+usb dongle ethernet range+extender lnvo lenovo samsung nokia
    telefono celular movil tableta portatil computador computadora ordenador monitor teclado raton inalambrico enrutador modem cargador adaptador cable audifonos auriculares diadema
    parlante parlantes altavoz bafle barra+sonido televisor proyector impresora escaner disco+duro memoria+usb tarjeta+memoria bateria+externa pila pilas reloj+inteligente consola bluetooth
    procesador tarjeta+grafica microfono amplificador radio control+remoto funda+celular carcasa+celular protector+pantalla vidrio+templado camara+web repetidor electronica`,
  'Food, Beverages & Tobacco': `
    coffee tea green+tea juice soda water+bottle+pack wine beer whisky whiskey vodka rum gin tequila milk yogurt yoghurt cheese butter bread rice pasta noodles flour sugar salt pepper spice spices
    olive+oil cooking+oil vinegar sauce ketchup mustard mayonnaise honey jam chocolate candy cookies cookie biscuit biscuits crackers chips snack snacks nuts almonds cashew peanuts peanut+butter cereal oats
    granola beans lentils chickpeas soup tuna sardines meat beef chicken+breast pork sausage ham bacon eggs fruit apple banana mango dried vegetables organic+food energy+drink lemonade
    tobacco cigar cigars cigarettes espresso ground+coffee beverage cocoa syrup popcorn cake pickles salsa tortilla quinoa ghee masala basmati
    cafe te+verde infusion jugo zumo gaseosa refresco vino cerveza ron aguardiente mezcal leche yogur queso mantequilla pan arroz pasta fideos harina azucar sal pimienta especias
    aceite+oliva aceite+girasol vinagre salsa mostaza mayonesa miel mermelada chocolate dulce dulces caramelo galleta galletas papas+fritas snack nueces almendras mani cereal avena
    granola frijol frijoles lentejas garbanzos sopa atun sardinas carne pollo cerdo salchicha jamon tocino huevos fruta manzana banano mango verdura panela arepa arepas bocadillo tabaco cigarro cigarrillos puro
    cacao sirope ponque torta aceituna aceitunas chorizo agua+mineral bebida bebida+energizante arequipe tamal queso+fresco`,
  Furniture: `
    sofa couch armchair chair chairs table tables desk bookcase bookshelf shelf shelves cabinet wardrobe dresser nightstand bed+frame bunk+bed mattress stool bar+stool bench ottoman
    recliner tv+stand coffee+table dining+table side+table office+chair futon headboard cupboard sideboard shoe+rack coat+rack console+table rocking+chair bean+bag chest+drawers folding+chair hammock+chair loveseat
    patio+furniture filing+cabinet vanity
    sofa sillon silla sillas mesa mesas escritorio biblioteca+madera librero estante estanteria repisa armario closet ropero comoda mesita+noche nochero cama base+cama litera camarote colchon taburete
    banco+madera puf otomana reclinable mueble muebles mesa+centro mesa+comedor comedor silla+oficina sofacama sofa+cama cabecero alacena aparador zapatero perchero mecedora cajonera butaca vitrina bifé archivador+metalico`,
  Hardware: `
    hammer screwdriver wrench spanner pliers drill saw chainsaw drill+bit sander grinder toolbox tool tools tool+set nail nails screw screws bolt bolts nut+bolt washer+steel anchor hinge lock padlock
    door+handle doorknob faucet tap pipe pvc valve plumbing paint+roller wall+paint primer sealant silicone+sealant caulk adhesive glue+epoxy epoxy duct+tape tape+measure level+tool ladder
    socket+wrench circuit+breaker wire+copper electrical+wire light+switch wall+socket extension+cord soldering+iron welding chisel file+metal vise clamp workbench sandpaper utility+knife cement brick
    tile+grout generator pump+water shower+head toilet+seat lumber plywood insulation crowbar axe shovel staple+gun
    martillo destornillador llave+inglesa llave+ajustable alicate pinza+electricista taladro sierra motosierra broca lijadora pulidora caja+herramientas herramienta herramientas clavo clavos puntilla tornillo tornillos
    tuerca arandela chazo bisagra cerradura candado manija chapa grifo llave+lavamanos tuberia tubo+pvc valvula plomeria rodillo+pintura pintura+pared vinilo+pared sellador silicona masilla pegante epoxico
    cinta+metrica flexometro nivel escalera interruptor tomacorriente breaker cable+electrico alambre extension+electrica soldador soldadura cincel lima+metal prensa lija bisturi+industrial cemento ladrillo
    ceramica+piso boquilla planta+electrica bomba+agua ducha regadera+bano sanitario inodoro triplex pala hacha ferreteria serrucho brocha`,
  'Health & Beauty': `
    shampoo conditioner soap lotion cream moisturizer sunscreen lipstick mascara eyeliner eyeshadow foundation makeup nail+polish nail+file perfume cologne fragrance deodorant toothpaste toothbrush mouthwash
    floss razor shaving shaving+cream aftershave hair+dryer hair+straightener hair+oil hair+gel hairbrush comb serum face+mask facial cleanser toner vitamin vitamins supplement protein multivitamin aspirin
    bandage thermometer blood+pressure massage+oil massager essential+oil cotton+swabs wipes hand+sanitizer sanitizer cosmetic cosmetics beauty skin+care eye+cream body+wash bath+salt wax tweezers
    contact+lens glasses+reading wheelchair crutches condom tampon sanitary+pads omega ayurvedic herbal henna trimmer epilator deo eau+parfum eau+toilette talc lip+balm
    champu acondicionador jabon locion crema hidratante bloqueador protector+solar labial pestanina rimel delineador sombra+ojos base+maquillaje maquillaje esmalte perfume colonia fragancia desodorante
    crema+dental pasta+dental cepillo+dientes enjuague+bucal seda+dental cuchilla+afeitar afeitadora afeitar secador+pelo plancha+pelo aceite+capilar gel+cabello cepillo+pelo peine suero mascarilla facial
    limpiador+facial tonico vitamina vitaminas suplemento proteina multivitaminico venda curita termometro tensiometro aceite+esencial masajeador algodon+discos gel+antibacterial antibacterial cosmetico belleza
    cera+depilatoria depilatoria pinzas+cejas silla+ruedas muletas preservativo tampones toallas+higienicas colageno omega balsamo tinte tinte+cabello crema+manos corporal exfoliante`,
  'Home & Garden': `
    mug cup plate plates bowl dinnerware glass+set wine+glass cutlery fork spoon knife+set kitchen kitchen+knife pan frying+pan pot pots cookware bakeware baking+tray blender toaster kettle microwave oven refrigerator
    fridge freezer washing+machine vacuum+cleaner iron+steam coffee+maker food+processor juicer pressure+cooker bedsheet bed+sheet sheets duvet quilt comforter blanket pillow cushion cushion+cover pillow+cover towel bath+towel bath+mat
    curtain curtains rug carpet doormat lamp table+lamp light+bulb bulb chandelier candle vase clock wall+clock mirror photo+frame picture+frame wall+sticker wall+decal painting poster+wall showpiece figurine
    air+freshener freshener detergent broom mop bucket trash+can laundry laundry+basket hanger storage+box storage+container organizer plant planter flower+pot seeds garden hose lawn lawn+mower fertilizer
    watering+can rake umbrella+patio bbq grill barbecue fireplace coin+bank tablecloth table+runner napkins diwan+set bedding shower+curtain soap+dispenser lunch+box water+bottle thermos cutting+board chopping+board
    heater air+conditioner fan+ceiling wallpaper decorative decor home
    taza pocillo plato platos vajilla bol vaso vasos copa+vino copas cubiertos tenedor cuchara cuchillo cocina sarten olla ollas bateria+cocina molde+hornear bandeja licuadora tostadora hervidor microondas horno nevera
    refrigerador congelador lavadora aspiradora plancha+vapor cafetera procesador+alimentos exprimidor olla+presion sabana sabanas edredon cobija manta almohada cojin funda+cojin toalla toallas tapete+bano
    cortina cortinas tapete alfombra lampara bombillo bombilla candelabro vela velas florero jarron reloj+pared espejo portarretrato marco+fotos cuadro+decorativo adorno ambientador detergente
    escoba trapero trapeador balde caneca basurero canasta+ropa gancho+ropa organizador matera maceta planta semillas jardin manguera cesped cortacesped abono fertilizante regadera rastrillo
    parrilla asador alcancia mantel servilletas cama+doble ropa+cama tabla+picar lonchera termo calentador aire+acondicionado ventilador papel+colgadura decoracion hogar blanqueador lavaplatos limpiador suavizante`,
  'Luggage & Bags': `
    suitcase luggage trolley+bag backpack rucksack handbag purse wallet tote tote+bag duffel duffle duffel+bag messenger+bag laptop+bag travel+bag gym+bag shoulder+bag sling+bag crossbody clutch briefcase
    toiletry+bag cosmetic+bag fanny+pack waist+bag garment+bag luggage+tag packing+cubes satchel bag bags cardholder card+holder passport+holder school+bag pouch hobo carry+on drawstring+bag
    maleta equipaje morral mochila bolso cartera billetera monedero bandolera bolso+mano bolsa+viaje bolso+viaje maletin maletin+portatil neceser cosmetiquera canguro rinonera portatrajes tarjetero
    portapasaporte tula bolsa+tela bolsa+deportiva manos+libres cangurera valija`,
  Media: `
    book novel paperback hardcover textbook cookbook+recipes cookbook biography dictionary encyclopedia comic manga magazine newspaper dvd vinyl+record vinyl cd album soundtrack movie film series+season
    audiobook ebook sheet+music atlas bible guidebook anthology poetry stories trilogy edition volume author journal+magazine box+set+dvd documentary
    libro novela tapa+dura tapa+blanda bolsillo+edicion recetario biografia diccionario enciclopedia comic historieta revista periodico disco+vinilo vinilo pelicula serie+temporada audiolibro libro+digital
    atlas biblia guia+viaje antologia poesia cuentos trilogia edicion tomo autor banda+sonora documental disco+compacto`,
  'Office Supplies': `
    notebook pen pens ballpoint pencil pencils marker markers highlighter eraser sharpener stapler staples paper+clips paper copy+paper printer+paper sticky+notes envelope envelopes folder folders binder
    planner calendar desk+organizer whiteboard ruler calculator scissors glue+stick correction+tape toner+cartridge ink+cartridge toner laminator shredder paper+shredder file+folder clipboard index+cards
    push+pins rubber+bands stamp+pad desk+lamp+office letter+tray hole+punch receipt+book office stationery fountain+pen graph+paper
    cuaderno libreta boligrafo esfero lapicero lapiz lapices marcador marcadores resaltador borrador sacapuntas tajalapiz grapadora cosedora grapas ganchos+cosedora clips resma papel+carta papel+bond notas+adhesivas sobre+manila sobres
    carpeta carpetas archivador agenda calendario tablero regla calculadora tijeras pegante+barra pegamento+barra corrector cartucho+tinta toner+impresora laminadora destructora+papel portapapeles fichas+bibliograficas chinches
    perforadora talonario oficina papeleria pluma+estilografica escolar utiles+escolares folder`,
  Software: `
    software license licence subscription antivirus operating+system windows+license office+suite download+code activation+key product+key photo+editing+software accounting+software app plugin
    video+editing video+game+download pc+game+download vpn cloud+storage saas crm template+digital font+license digital+download internet+security erp backup+software key+code
    programa licencia suscripcion antivirus sistema+operativo clave+activacion clave+producto software+contable programa+contable aplicacion complemento edicion+video vpn almacenamiento+nube descarga+digital plantilla+digital
    facturacion+electronica seguridad+internet codigo+descarga nomina+software punto+venta+software`,
  'Sporting Goods': `
    soccer football basketball volleyball baseball baseball+bat tennis tennis+racket racket badminton cricket golf golf+club golf+balls hockey rugby ball bicycle bike cycling bike+helmet skateboard scooter+kick skates rollerblades
    dumbbell dumbbells barbell kettlebell treadmill exercise+bike yoga yoga+mat resistance+band jump+rope boxing boxing+gloves punching+bag gym+gloves thigh+pads shin+guards knee+pads knee+support swim+goggles swimming snorkel
    surfboard kayak paddle fishing fishing+rod fishing+reel hunting tent sleeping+bag camping camping+stove hiking climbing rope+climbing carabiner trekking+poles ski skis snowboard archery darts table+tennis billiards
    whistle sports sport fitness goalkeeper+gloves trampoline hula+hoop pull+up+bar
    futbol balon baloncesto voleibol beisbol raqueta tenis+mesa badminton golf palo+golf hockey rugby pelota+tenis bicicleta ciclismo casco+bicicleta patineta monopatin patines mancuerna mancuernas pesa pesas pesa+rusa
    trotadora caminadora bicicleta+estatica yoga tapete+yoga colchoneta banda+elastica lazo+saltar cuerda+saltar boxeo guantes+boxeo saco+boxeo canilleras espinilleras rodilleras gafas+natacion natacion careta+snorkel tabla+surf
    kayak remo pesca cana+pesca carrete caza carpa+camping tienda+campana camping bolsa+dormir saco+dormir senderismo escalada mosqueton bastones esqui arco+flecha dardos ping+pong billar silbato deporte deportivo
    gimnasio guantes+arquero trampolin trampolín aro+hula barra+dominadas`,
  'Toys & Games': `
    toy toys doll dolls teddy teddy+bear plush stuffed+animal puzzle jigsaw board+game card+game playing+cards chess dominoes lego building+blocks blocks action+figure toy+car remote+control+car rc+car train+set
    play+dough kite yo+yo spinning+top water+gun nerf puppet dollhouse play+kitchen tea+set+toy slime bubbles+soap bubble+gun rubik cube+puzzle dice role+playing marbles spinner robot+toy ride+on sandbox swing+set toy+gun game games
    pretend+play tricycle educational+toy model+kit
    juguete juguetes muneca munecas muñeca oso+peluche peluche rompecabezas juego+mesa juego+cartas naipes baraja ajedrez domino bloques+construccion bloques figura+accion carro+juguete carro+control+remoto tren+juguete plastilina
    cometa yoyo trompo pistola+agua titere marioneta casa+munecas cocina+juguete slime burbujas cubo+magico dados canicas robot+juguete montable columpio parques+juego loteria+juego juego+didactico didactico triciclo bingo
    armable`,
  'Vehicles & Parts': `
    car+tire tire tires tyre tyres wheel+rim rim brake brake+pads spark+plug engine engine+oil motor+oil car+battery headlight taillight wiper windshield bumper car+cover seat+cover car+mat floor+mats
    steering+wheel air+filter oil+filter fuel+filter shock+absorber clutch+kit radiator alternator exhaust muffler motorcycle+helmet motorcycle motorbike scooter car+wax car+polish car+charger+mount car+phone+holder dash+cam jumper+cables
    car+jack roof+rack trailer truck boat outboard rearview+mirror side+mirror timing+belt chain+motorcycle antifreeze coolant automotive auto car+stereo hubcap license+plate carburetor
    llanta llantas neumatico rin rines freno pastillas+freno bujia bujias motor aceite+motor bateria+carro bateria+auto faro farola limpiaparabrisas parabrisas parachoques forro+carro forro+asiento cubreasientos tapete+carro tapetes+carro
    volante filtro+aire filtro+aceite filtro+gasolina amortiguador kit+embrague embrague radiador alternador exosto silenciador casco+moto motocicleta moto cera+carro cables+iniciar cables+corriente gato+hidraulico portaequipaje remolque
    camion lancha espejo+retrovisor retrovisor correa+distribucion cadena+moto anticongelante refrigerante+motor automotriz carro auto carburador manubrio+moto guardabarros liquido+frenos`,
};
