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
    comida+gato comedero bebedero+mascotas canino felino loro tortuga heno bozal guacal
    harness kibble feeding+bowl dog+bowl pet+bowl puppies kittens goldfish betta aquarium+filter parakeet canary budgie bird+feeder catnip dog+leash muzzle
    dog+chew rawhide hamster+wheel guinea+pig horse bridle grooming+brush pet+shampoo cat+food pet+door chicken+coop pet+bed livestock cattle
    arnes arnes+perro collar+perro correa pipeta collar+gato placa+mascota canario canarios periquito cuy equino ganado bovino acuarios peces arena+sanitaria cepillo+mascotas casa+perro rueda+hamster
    transportadora guacales snack+dental concentrado alimento+perros alimento+gatos gatera pienso cama+perro cama+mascotas`,
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
    enagua delantal+escolar disfraz uniforme panoleta manga+larga manga+corta polera remera pollera saten
    slim+fit dungarees culottes camisole kimono peplum turtleneck pullover fleece anorak trench socks beret fedora bandana headband wristband mittens garter insole shoelaces heel espadrille
    flip+flops trainers pumps oxford brogue hoop+earrings stud+earrings studs charm choker signet cubic+zirconia sterling+silver+ring keychain spectacles watch+strap workwear thermal+underwear swimwear hosiery
    overol enterizo body+dama leggins licra jogger capri short saco+lana cardigan gaban chompa camisilla esqueleto franela pantaloneta corset faja fajas liguero tirantes boina sombrilla+paraguas manilla
    manillas dije dijes gargantilla candonga candongas topos argolla argollas mancornas botin botines baleta baletas tacones valetas plataforma+zapato zapato+colegial guantes+cuero circon alpaca+tejida poncho`,
  'Arts & Entertainment': `
    guitar ukulele violin cello piano keyboard+piano drum drumstick flute trumpet saxophone clarinet harmonica microphone+stand guitar+strings music+stand
    canvas easel paintbrush paint+brush acrylic+paint oil+paint watercolor watercolour sketchbook sketch+pad yarn wool+yarn knitting crochet embroidery+kit cross+stitch beads
    bead craft crafts origami clay pottery sewing+kit quilting stencil stamp+set scrapbook scrapbooking party balloon balloons confetti piñata concert ticket
    collectible coin+collection stamp+album magic+tricks gift+wrap violin+bow tambourine banjo mandolin capo plectrum glitter resin+kit candle+making
    guitarra ukelele violin violonchelo bateria+musical tambor flauta trompeta saxofon clarinete armonica cuerdas+guitarra atril partitura lienzo caballete
    pincel pinceles acuarela acuarelas oleo acrilico+pintura pintura+acrilica lana+tejer hilo+bordar bordado ganchillo croche tejido agujas+tejer agujas+punto abalorio mostacilla manualidades arcilla
    ceramica+fria porcelana+fria origami globo globos confeti fiesta cumpleanos pinata maracas cajon+flamenco pandereta bongo coleccionable antifaz papel+regalo plastilina+polimerica
    watercolours gouache pastels charcoal+pencils artist artists calligraphy brush+set linocut printmaking knitting+needles crochet+hook embroidery+hoop embroidery+floss cross+stitch felt felting macrame
    loom weaving sewing+pattern fabric quilting+cotton diamond+painting modelling+clay polymer+clay guitar+pedal guitar+amp drum+kit snare cymbal keyboard+stand recorder+flute trombone accordion music+instrument
    instrument metronome tuner foil+balloons party+decorations streamers party+hats birthday+banner garland
    guitarra+acustica guitarra+clasica bajo+electrico acordeon tambora tambor guacharaca gaita requinto tiple charango metronomo afinador baqueta baquetas bombo oleos gouache carboncillo bastidor bordar tejer
    hilos agujas madeja ovillo macrame telar fieltro foami pistola+silicona arcilla+modelar vitral caligrafia repujado decoracion+fiesta guirnalda serpentina sombreros+fiesta piñatas instrumento disfraz+carnaval`,
  'Baby & Toddler': `
    baby infant newborn toddler diaper diapers nappy nappies pacifier stroller pram crib cot bassinet baby+monitor baby+bottle bottle+warmer bib bibs high+chair
    teether teething onesie baby+wipes changing+mat baby+carrier breast+pump nursing potty baby+shampoo baby+powder car+seat baby+food infant+formula playpen
    swaddle rattle nursery baby+girl baby+boy sippy+cup baby+bath bodysuit
    bebe recien+nacido panal panales pañal chupete chupo cochecito coche+bebe cuna moises babero tetero biberon mamadera silla+comer mordedor mameluco body+bebe
    toallitas+humedas cambiador portabebe extractor+leche lactancia lactario orinal+bebe sonajero corral+bebe esterilizador+biberones bañera+bebe banera+bebe calienta+biberones
    babies newborns months muslin burp+cloth feeding+bottle anti+colic teething teether+ring booster+seat baby+swing bouncer diaper+bag diaper+cream moses+basket cradle toddlers nursing+pillow nursing+pad baby+blanket
    baby+wrap training+pants sippy milk+storage infant+car
    bebes meses paseador anticolico chupos teteros babero+silicona panitos panitos+humedos pañitos colecho asiento+carro+bebe silla+bebe crema+antipanalitis antipanalitis gimnasio+bebe encias materna maternidad cargador+bebe
    fular saltarin mecedor+bebe caminador+bebe leche+formula formula+infantil compota`,
  'Business & Industrial': `
    forklift pallet conveyor industrial commercial cash+register barcode+scanner barcode label+printer pos+terminal safety+helmet hard+hat safety+vest safety+goggles respirator lab+coat
    pipette beaker microscope+slides centrifuge test+tube restaurant+equipment commercial+oven deep+fryer meat+slicer mannequin display+rack signage shipping+label
    packing+tape bubble+wrap cardboard+boxes stretch+film hydraulic pneumatic compressor+industrial generator+industrial medical+gloves nitrile+gloves stethoscope syringe
    scalpel dental curing tractor+implement irrigation+system ear+protection welding+mask retail+shelf price+gun safety+boots warehouse hairdresser+chair traffic+cone
    montacargas estiba banda+transportadora industrial comercial caja+registradora lector+codigo+barras codigo+barras impresora+etiquetas datafono casco+seguridad casco+obra chaleco+reflectivo
    gafas+seguridad respirador bata+laboratorio pipeta matraz centrifuga tubo+ensayo freidora+industrial tajadora maniqui exhibidor vitrina+comercial cinta+embalaje
    plastico+burbuja cajas+carton vinipel hidraulico neumatico guantes+nitrilo estetoscopio jeringa bisturi odontologico careta+soldar estanteria+industrial
    botas+seguridad bascula+industrial senalizacion cono+trafico rollos+termicos dotacion balanza+comercial carretilla+hidraulica
    pallet+truck hand+truck dolly shipping+boxes corrugated mailer poly+mailers stretch+wrap packaging shipping examination+gloves disposable+gloves latex+gloves lab laboratory flask beakers petri safety hi+vis high+visibility
    hard+hats earmuffs harness+safety first+aid+station mop+bucket+commercial chafing+dish catering commercial+blender meat+grinder coffee+machine+commercial price+tags pricing hang+tags mannequins display+stand clothing+rack+retail
    cash+drawer receipt+paper thermal+paper thermal+labels weighing+scale platform+scale barber+chair salon+chair tattoo+machine autoclave dental+chair wheel+chock conveyor+belt drum+pump fume
    estibadora transpaleta zorra+carga dielectrico elementos+proteccion proteccion+personal tapaoidos arnes+seguridad arnes+alturas eslinga guantes+latex guantes+caja tapabocas+caja laboratorio probeta erlenmeyer embalaje
    carton cajas+envio bolsas+envio strech stretch termoencogible etiquetas+adhesivas rollo+termico papel+termico maniqui+cuerpo vitrina exhibidor+metalico gondola vajilla+hotelera horno+industrial estufa+industrial
    licuadora+industrial congelador+horizontal silla+barberia bascula gramera+industrial selladora+bolsas empacadora`,
  'Cameras & Optics': `
    camera cameras dslr mirrorless lens lenses tripod binoculars binocular telescope microscope camcorder action+camera webcam+stand flash+camera camera+flash memory+card+camera
    camera+bag camera+strap monopod gimbal rangefinder monocular spotting+scope photography photo+light softbox ring+light lens+cap lens+filter polarizing+filter uv+filter
    instant+camera film+camera security+camera surveillance+camera dome+camera night+vision shutter viewfinder camera+battery drone+camera magnifying
    camara camaras fotografica objetivo+camara lente+camara tripode binoculares prismaticos telescopio microscopio videocamara camara+accion flash+camara filtro+polarizador
    estabilizador+camara fotografia monocular camara+instantanea camara+seguridad vision+nocturna luz+estudio aro+luz catalejo lupa trípode parasol+lente
    camera+body photo photographer binocular+harness refractor reflector+telescope eyepiece prime+lens zoom+lens wide+angle telephoto macro+lens lens+hood lens+cleaning instax film+roll 35mm speedlight light+stand backdrop light+meter trail+camera
    body+camera polarising+filter polarizing circular+polarising nd+filter stabilizer action+cam ip+camera cctv opera+glasses microscopes
    reflex camara+digital camara+deportiva camara+reflex camara+exterior teleobjetivo gran+angular lente+50 rollo+fotografico pelicula+fotografica telon+fondo sombrilla+estudio softbox refractor ocular cctv camara+ip prismatico
    estuche+camara correa+camara disparador`,
  Electronics: `
    phone smartphone iphone android tablet ipad laptop notebook+computer computer desktop monitor keyboard mouse router modem switch+port usb charger adapter cable hdmi headphones headphone
    earbud earbuds headset speaker speakers soundbar television tv led+tv projector printer scanner hard+drive ssd pendrive flash+drive memory+card power+bank battery battery+charger
    smartwatch fitness+tracker console gps bluetooth wifi wireless processor motherboard graphics+card ram microphone amplifier radio walkie+talkie remote+control
    phone+case mobile+case back+cover screen+protector screen+guard pouch+lenovo laptop+skin laptop+battery webcam extension+cord+usb dongle ethernet range+extender lnvo lenovo samsung nokia
    telefono celular movil tableta portatil computador computadora ordenador monitor teclado raton inalambrico enrutador modem cargador adaptador cable audifonos auriculares diadema
    parlante parlantes altavoz bafle barra+sonido televisor proyector impresora escaner disco+duro memoria+usb tarjeta+memoria bateria+externa pila pilas reloj+inteligente consola bluetooth
    procesador tarjeta+grafica microfono amplificador radio control+remoto funda+celular carcasa+celular protector+pantalla vidrio+templado camara+web repetidor electronica
    computer+monitor ips gaming+mouse gaming+keyboard mechanical+keyboard noise+cancelling over+ear true+wireless solid+state state+drive usb+c usb+hub docking sd+card micro+sd e+reader kindle smart+plug smart+speaker galaxy pixel tempered+glass
    wall+charger car+charger fast+charge charging+cable lightning+cable hdmi+cable surge+protector ups+battery vr+headset game+controller gamepad gaming+console set+top antenna turntable hi+fi karaoke laptop+stand cooling+pad
    portatil+gamer videojuegos+consola consola+videojuegos control+consola audifono cargador+rapido tipo+c cable+usb cable+tipo power+bank pantalla+led smart+tv barra+sonido bocina bocinas disco+solido unidad+estado lector+tarjetas
    regleta multitoma ups estabilizador+voltaje antena tornamesa celulares tablet tablets estuche+celular soporte+celular enchufe+inteligente gps`,
  'Food, Beverages & Tobacco': `
    coffee tea green+tea juice soda water+bottle+pack wine beer whisky whiskey vodka rum gin tequila milk yogurt yoghurt cheese butter bread rice pasta noodles flour sugar salt pepper spice spices
    olive+oil cooking+oil vinegar sauce ketchup mustard mayonnaise honey jam chocolate candy cookies cookie biscuit biscuits crackers chips snack snacks nuts almonds cashew peanuts peanut+butter cereal oats
    granola beans lentils chickpeas soup tuna sardines meat beef chicken+breast pork sausage ham bacon eggs fruit apple banana mango dried vegetables organic+food energy+drink lemonade
    tobacco cigar cigars cigarettes espresso ground+coffee beverage cocoa syrup popcorn cake pickles salsa tortilla quinoa ghee masala basmati
    cafe te+verde infusion jugo zumo gaseosa refresco vino cerveza ron aguardiente mezcal leche yogur queso mantequilla pan arroz pasta fideos harina azucar sal pimienta especias
    aceite+oliva aceite+girasol vinagre salsa mostaza mayonesa miel mermelada chocolate dulce dulces caramelo galleta galletas papas+fritas snack nueces almendras mani cereal avena
    granola frijol frijoles lentejas garbanzos sopa atun sardinas carne pollo cerdo salchicha jamon tocino huevos fruta manzana banano mango verdura panela arepa arepas bocadillo tabaco cigarro cigarrillos puro
    cacao sirope ponque torta aceituna aceitunas chorizo agua+mineral bebida bebida+energizante arequipe tamal queso+fresco
    beans+coffee coffee+beans roasted instant+coffee tea+bags herbal+tea olive extra+virgin coconut+oil lager ale stout cider champagne sparkling liqueur brandy spaghetti macaroni penne ramen maple+syrup marmalade
    jelly spread hummus guacamole olives anchovies sardine salmon+fillet smoked shrimp fish+fillet cheddar mozzarella parmesan gouda cream+cheese butter+unsalted pretzels trail+mix raisins dates+medjool figs pistachios walnuts chia flaxseed
    oatmeal muesli pancake+mix baking+powder yeast vanilla+extract chili hot+sauce soy+sauce curry turmeric cinnamon paprika gluten+free vegan candy+bar gummies lollipops chewing+gum ice+cream kombucha mineral+water tonic rolling+tobacco
    molido cafe+molido cafe+grano te infusiones aromatica aromaticas tizana chocolate+mesa cocoa vinagreta aji salsa+tomate pasta+tomate espagueti macarrones lasana quinua chia linaza ajonjoli canela clavos+olor comino curcuma paprika
    pimenton oregano caldo consome enlatado enlatados filete camarones trucha pavo res chuleta costilla yogurt kumis mozzarella parmesano cuajada costeno doble+crema mora fresa guayaba pina naranja limon aguacate papa+criolla
    yuca platano tostadas snacks turron chocolatina gomitas confites helado masa harina+maiz buñuelo levadura vainilla tequila whisky champana vino+tinto vino+blanco cerveza+artesanal sidra sin+gluten vegano mani+salado pasas`,
  Furniture: `
    sofa couch armchair chair chairs table tables desk bookcase bookshelf shelf shelves cabinet wardrobe dresser nightstand bed+frame bunk+bed mattress stool bar+stool bench ottoman
    recliner tv+stand coffee+table dining+table side+table office+chair futon headboard cupboard sideboard shoe+rack coat+rack console+table rocking+chair bean+bag chest+drawers folding+chair hammock+chair loveseat
    patio+furniture filing+cabinet vanity
    sofa sillon silla sillas mesa mesas escritorio biblioteca+madera librero estante estanteria repisa armario closet ropero comoda mesita+noche nochero cama base+cama litera camarote colchon taburete
    banco+madera puf otomana reclinable mueble muebles mesa+centro mesa+comedor comedor silla+oficina sofacama sofa+cama cabecero alacena aparador zapatero perchero mecedora cajonera butaca vitrina bifé archivador+metalico
    oak+table dining+chair accent+chair sectional sleeper+sofa chaise velvet+sofa media+console entertainment+center bar+cart bar+stools counter+stool nesting+tables end+table writing+desk standing+desk gaming+chair mesh+chair
    bed+slats platform+bed box+spring memory+foam mattress+topper drawers drawer dressing+table bookcases shelving+unit wall+shelf pantry+cabinet shoe+cabinet shoe+bench garden+bench adirondack outdoor+sofa chairs+set room+divider
    sala+puestos puestos sofa+puestos poltrona comedor+puestos mesas+noche mesa+auxiliar mesa+tv mueble+tv centro+entretenimiento escritorios silla+escritorio silla+gamer silla+comedor sillas+comedor sillas+bar butaco tapizada tapizado
    semiortopedico ortopedico base+doble somier cajones entrepanos estante+pared biombo recibidor consola+entrada tocador vestier closet+armable`,
  Hardware: `
    hammer screwdriver wrench spanner pliers drill saw chainsaw drill+bit sander grinder toolbox tool tools tool+set nail nails screw screws bolt bolts nut+bolt washer+steel anchor hinge lock padlock
    door+handle doorknob faucet tap pipe pvc valve plumbing paint+roller wall+paint primer sealant silicone+sealant caulk adhesive glue+epoxy epoxy duct+tape tape+measure level+tool ladder
    socket+wrench circuit+breaker wire+copper electrical+wire light+switch wall+socket extension+cord soldering+iron welding chisel file+metal vise clamp workbench sandpaper utility+knife cement brick
    tile+grout generator pump+water shower+head toilet+seat lumber plywood insulation crowbar axe shovel staple+gun
    martillo destornillador llave+inglesa llave+ajustable alicate pinza+electricista taladro sierra motosierra broca lijadora pulidora caja+herramientas herramienta herramientas clavo clavos puntilla tornillo tornillos
    tuerca arandela chazo bisagra cerradura candado manija chapa grifo llave+lavamanos tuberia tubo+pvc valvula plomeria rodillo+pintura pintura+pared vinilo+pared sellador silicona masilla pegante epoxico
    cinta+metrica flexometro nivel escalera interruptor tomacorriente breaker cable+electrico alambre extension+electrica soldador soldadura cincel lima+metal prensa lija bisturi+industrial cemento ladrillo
    ceramica+piso boquilla planta+electrica bomba+agua ducha regadera+bano sanitario inodoro triplex pala hacha ferreteria serrucho brocha
    impact+driver cordless+drill driver+18v hex+keys allen bit+set circular+saw saw+blade jigsaw+blade hacksaw angle+grinder heat+gun nail+gun air+compressor multimeter voltage+tester wire+stripper cable+ties zip+ties wood+screws drywall
    plasterboard masonry masonry+paint exterior+paint spray+paint varnish wood+stain paintbrush+set+wall step+ladder extension+ladder basin+faucet kitchen+faucet mixer+tap pvc+pipe ball+valve flush+valve teflon+tape deadbolt hasp
    hinges cabinet+knobs drawer+slides brackets shelf+bracket wall+plugs rivets washers threaded+rod concrete mortar grout floor+tiles roofing gutter wire+mesh chain+link light+fixture junction+box fuse spirit+level chalk+line
    tool+bag safety+knife pressure+washer
    percutor taladro+percutor atornillador llave+mixta llaves+allen juego+destornilladores destornilladores disco+corte disco+diamantado cierra caladora pistola+calor compresor+aire multimetro pelacables amarres+plasticos tornillo+madera
    drywall estuco pintura+exteriores pintura+interiores aerosol+pintura barniz laca thinner esmalte+sintetico griferia monocontrol llave+terminal llave+paso sifon registro+agua canilla cinta+teflon chapa+puerta cerrojo pasador tornilleria
    chazos remaches arandelas varilla malla+metalica cadena+metalica cemento+gris teja canaleta luminaria balastro toma+doble cable+electrico cable+encauchetado fusible plomada hidrolavadora escalera+aluminio`,
  'Health & Beauty': `
    shampoo conditioner soap lotion cream moisturizer sunscreen lipstick mascara eyeliner eyeshadow foundation makeup nail+polish nail+file perfume cologne fragrance deodorant toothpaste toothbrush mouthwash
    floss razor shaving shaving+cream aftershave hair+dryer hair+straightener hair+oil hair+gel hairbrush comb serum face+mask facial cleanser toner vitamin vitamins supplement protein multivitamin aspirin
    bandage thermometer blood+pressure massage+oil massager essential+oil cotton+swabs wipes hand+sanitizer sanitizer cosmetic cosmetics beauty skin+care eye+cream body+wash bath+salt wax tweezers
    contact+lens glasses+reading wheelchair crutches condom tampon sanitary+pads omega ayurvedic herbal henna trimmer epilator deo eau+parfum eau+toilette talc lip+balm
    champu acondicionador jabon locion crema hidratante bloqueador protector+solar labial pestanina rimel delineador sombra+ojos base+maquillaje maquillaje esmalte perfume colonia fragancia desodorante
    crema+dental pasta+dental cepillo+dientes enjuague+bucal seda+dental cuchilla+afeitar afeitadora afeitar secador+pelo plancha+pelo aceite+capilar gel+cabello cepillo+pelo peine suero mascarilla facial
    limpiador+facial tonico vitamina vitaminas suplemento proteina multivitaminico venda curita termometro tensiometro aceite+esencial masajeador algodon+discos gel+antibacterial antibacterial cosmetico belleza
    cera+depilatoria depilatoria pinzas+cejas silla+ruedas muletas preservativo tampones toallas+higienicas colageno omega balsamo tinte tinte+cabello crema+manos corporal exfoliante
    shampoo+curly serum+vitamin brightening hyaluronic niacinamide retinol collagen whey whey+protein creatine probiotics fish+oil melatonin magnesium elderberry blush bronzer concealer primer highlighter lip+gloss brow false+lashes
    lashes nail+lacquer cuticle acrylic+nails makeup+brush makeup+brushes beauty+blender exfoliating scrub body+butter hand+cream foot+cream shower+gel bubble+bath bath+bomb hair+mask hair+spray hair+color hair+dye curling+iron flat+iron
    hair+clipper beard beard+oil beard+trimmer electric+shaver electric+toothbrush dental+floss teeth+whitening cologne+spray body+spray antiperspirant insect+repellent mosquito+repellent glucometer pulse+oximeter nebulizer hearing+aid knee+brace
    posture heating+pad first+aid+kit gauze adhesive+bandages face+masks surgical+mask eye+drops reading+glasses menstrual+cup intimate lubricant aromatherapy spa vitamin+c sulphate+free sulfate+free
    acido+hialuronico hialuronico hidrolizado keratina queratina rizado rizos cabello capilar champu+sin+sal tratamiento+capilar mascarilla+capilar crema+peinar laca+cabello ondulador rizador maquina+cortar+pelo barbera barba aceite+barba
    rubor corrector+ojeras iluminador polvo+compacto pestanas cejas unas brochas+maquillaje esponja+maquillaje desmaquillante agua+micelar micelar contorno+ojos antiarrugas antiedad humectante gel+bano jabon+liquido sales+bano repelente
    glucometro oximetro nebulizador faja+lumbar rodillera+ortopedica gasa alcohol+antiseptico tapabocas gotas+ojos copa+menstrual protectores+diarios lubricante aromaterapia creatina probiotico magnesio melatonina vitamina+c locion+hombre
    blanqueamiento+dental`,
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
    parrilla asador alcancia mantel servilletas cama+doble ropa+cama tabla+picar lonchera termo calentador aire+acondicionado ventilador papel+colgadura decoracion hogar blanqueador lavaplatos limpiador suavizante
    skillet wok saucepan casserole dutch+oven griddle roasting+pan muffin+tin cake+pan rolling+pin whisk spatula ladle colander peeler grater measuring+cups mixing+bowl salad+bowl dinner+plates stoneware tableware tumbler goblet
    decanter carafe teapot french+press coffee+mug travel+mug salt+shaker spice+rack dish+rack dish+towel apron placemat coaster trivet ice+bucket percale duvet duvet+cover comforter+set pillowcase bedspread mattress+protector throw+blanket
    throw+pillow hand+towel bathrobe+hotel bath+rug toilet+brush blackout+curtains roller+blind venetian+blinds floor+lamp desk+lamp string+lights fairy+lights night+light lantern lampshade soy+candle scented+candle incense diffuser reed+diffuser
    potpourri artificial+plant succulent bonsai raised+bed compost garden+gloves pruning+shears secateurs trowel sprinkler greenhouse bird+bath gazebo fire+pit patio+heater charcoal+grill smoker stick+vacuum robot+vacuum steam+mop air+fryer slow+cooker
    rice+cooker stand+mixer hand+mixer waffle espresso+machine dishwasher dryer+clothes sewing+machine ironing+board clothesline drying+rack shoe+organizer vacuum+bags garbage+bags trash+bags paper+towels toilet+paper dishwashing laundry+detergent fabric+softener
    bleach sponge air+purifier humidifier dehumidifier space+heater mosquito+net key+holder+wall tapestry wall+art canvas+print+wall vases christmas+tree ornament ornaments smoke+detector
    antiadherente caldero paellera budinera tortera rallador colador espumadera batidor cucharon exprimidor+manual jarra jarras pocillos copas copa vajillas individuales portavasos azucarera salero tetera prensa+francesa freidora+aire olla+arrocera arrocera
    sanduchera batidora horno+tostador estufa extractor+cocina lavavajillas secadora maquina+coser mesa+planchar plancha+ropa tendedero cesto+ropa hilos+sabanas sabanas+dobles cubrelecho plumon protector+colchon funda+almohada
    funda+cobija juego+sabanas toallas+bano tapete+bano cortina+bano blackout persiana persianas lampara+pie lampara+mesa guirnalda+luces luces+led aromatica+vela vela+aromatica incienso difusor planta+artificial suculenta bonsai macetero tijera+podar
    guantes+jardin invernadero sembrar abono+organico carbon+parrilla barbacoa calefactor humidificador purificador bolsas+basura papel+higienico papel+cocina esponja jabon+loza lavaloza limpiavidrios desinfectante insecticida cuadro cuadros adhesivo+pared
    arbol+navidad navidad navideno perchero+pared portallaves recipiente recipientes hermeticos portacomidas refractaria`,
  'Luggage & Bags': `
    suitcase luggage trolley+bag backpack rucksack handbag purse wallet tote tote+bag duffel duffle duffel+bag messenger+bag laptop+bag travel+bag gym+bag shoulder+bag sling+bag crossbody clutch briefcase
    toiletry+bag cosmetic+bag fanny+pack waist+bag garment+bag luggage+tag packing+cubes satchel bag bags cardholder card+holder passport+holder school+bag pouch hobo carry+on drawstring+bag
    maleta equipaje morral mochila bolso cartera billetera monedero bandolera bolso+mano bolsa+viaje bolso+viaje maletin maletin+portatil neceser cosmetiquera canguro rinonera portatrajes tarjetero
    portapasaporte tula bolsa+tela bolsa+deportiva manos+libres cangurera valija
    cabin+suitcase carry+on+suitcase spinner hard+shell crossbody+bag leather+handbag bucket+bag weekender holdall bifold bifold+wallet trifold coin+purse money+belt travel+organiser toiletry toiletry+organiser hanging+toiletry laptop+sleeve
    laptop+backpack lunch+bag+tote cooler+bag diaper+backpack beach+bag shopping+bag belt+bag bum+bag cosmetic+pouch pencil+pouch+bag luggage+strap luggage+cover travel+wallet packing
    morrales maletas carry antirrobo mochila+antirrobo mochila+wayuu wayuu bolsos carteras carteras+dama riñonera bolso+cuero cosmetiquero bolso+bandolera bolso+playa bolsa+mercado bolsa+ecologica bolso+deportivo maleta+cabina maletin+ejecutivo
    lonchera+termica organizador+viaje organizador+maleta candado+maleta etiqueta+equipaje`,
  Media: `
    book novel paperback hardcover textbook cookbook+recipes cookbook biography dictionary encyclopedia comic manga magazine newspaper dvd vinyl+record vinyl cd album soundtrack movie film series+season
    audiobook ebook sheet+music atlas bible guidebook anthology poetry stories trilogy edition volume author journal+magazine box+set+dvd documentary
    libro novela tapa+dura tapa+blanda bolsillo+edicion recetario biografia diccionario enciclopedia comic historieta revista periodico disco+vinilo vinilo pelicula serie+temporada audiolibro libro+digital
    atlas biblia guia+viaje antologia poesia cuentos trilogia edicion tomo autor banda+sonora documental disco+compacto
    hardback guide+book beginner+guide guide+to history+of novels fiction fantasy thriller memoir autobiography essays poems stories+children picture+book workbook+edition graphic+novel comics omnibus annual issue subscription+magazine
    cookery recipes lp remastered single+vinyl soundtrack+cd cassette documentary+series dvd+set box+set season complete+series concert+dvd map travel+guide calendar+wall+art crossword
    novelas cuento relatos ficcion fantasia memorias ensayo ensayos poemas obras+completas edicion+anotada edicion+especial edicion+bolsillo ilustrados ilustrado infantil+cuento recetas libro+recetas libros revistas coleccion+libros historietas
    comics manga tomos vinilos boleros salsa+vinilo casete serie+completa temporada+completa crucigramas mapa manual+estudio`,
  'Office Supplies': `
    notebook pen pens ballpoint pencil pencils marker markers highlighter eraser sharpener stapler staples paper+clips paper copy+paper printer+paper sticky+notes envelope envelopes folder folders binder
    planner calendar desk+organizer whiteboard ruler calculator scissors glue+stick correction+tape toner+cartridge ink+cartridge toner laminator shredder paper+shredder file+folder clipboard index+cards
    push+pins rubber+bands stamp+pad desk+lamp+office letter+tray hole+punch receipt+book office stationery fountain+pen graph+paper
    cuaderno libreta boligrafo esfero lapicero lapiz lapices marcador marcadores resaltador borrador sacapuntas tajalapiz grapadora cosedora grapas ganchos+cosedora clips resma papel+carta papel+bond notas+adhesivas sobre+manila sobres
    carpeta carpetas archivador agenda calendario tablero regla calculadora tijeras pegante+barra pegamento+barra corrector cartucho+tinta toner+impresora laminadora destructora+papel portapapeles fichas+bibliograficas chinches
    perforadora talonario oficina papeleria pluma+estilografica escolar utiles+escolares folder
    spiral+notebook dotted ruled legal+pad memo+pad gel+pens gel+pen rollerball ballpoints mechanical+pencil colored+pencils crayons highlighters sticky post+it index+tabs lever+arch ring+binder document+wallet sheet+protectors laminating
    laminating+pouches copy+paper a4 cardstock construction+paper desk+planner desk+calendar wall+planner undated diary dry+erase whiteboard+markers cork+board bulletin+board paper+cutter guillotine desk+organiser pen+holder bookends
    name+badge lanyard label+maker rubber+stamp ink+pad glue+sticks scissors+set staple+remover staple heavy+duty+stapler tape+dispenser clear+tape toner+black printer+ink invoice+book mailing+envelopes
    cuadriculado rayado cuadernos libretas boligrafos esferos lapiceros portaminas minas colores+madera crayolas crayones resaltadores post+it notas+autoadhesivas banderitas argollada folios fundas+plasticas legajador separadores
    papel+fotocopia cartulina papel+iris hojas tamano+oficio tamano+carta planeador calendario+escritorio tablero+acrilico borrable corcho cortadora+papel guillotina portalapices sujetalibros escarapela rotuladora sello almohadilla
    dispensador+cinta cinta+transparente cinta+adhesiva tinta+impresora cosedora+metalica sacaganchos plumones temperas marcadores+borrables`,
  Software: `
    software license licence subscription antivirus operating+system windows+license office+suite download+code activation+key product+key photo+editing+software accounting+software app plugin
    video+editing video+game+download pc+game+download vpn cloud+storage saas crm template+digital font+license digital+download internet+security erp backup+software key+code
    programa licencia suscripcion antivirus sistema+operativo clave+activacion clave+producto software+contable programa+contable aplicacion complemento edicion+video vpn almacenamiento+nube descarga+digital plantilla+digital
    facturacion+electronica seguridad+internet codigo+descarga nomina+software punto+venta+software
    licenses subscriptions devices annual+plan yearly+subscription lifetime+license lifetime+licence productivity bookkeeping invoicing payroll crm+software inventory+software pos+software point+sale+software product+code digital+code
    steam+key download service+months password+manager web+hosting hosting domain website+builder web+template theme+wordpress wordpress plugin+license cad design+software music+production+software language+course+online e+learning parental+control
    cloud+backup cloud backup firewall database+license server+license
    licencias anual+licencia licencia+anual suscripciones programas contabilidad contable nomina facturacion facturacion+electronica gestion+inventarios inventarios+aplicacion diseno+grafico+programa clave codigo+digital descarga nube en+nube
    nube+almacenamiento hosting dominio pagina+web plantilla+web gestor+contrasenas control+parental curso+virtual plan+vpn pymes+programa dispositivos+antivirus copia+seguridad`,
  'Sporting Goods': `
    soccer football basketball volleyball baseball baseball+bat tennis tennis+racket racket badminton cricket golf golf+club golf+balls hockey rugby ball bicycle bike cycling bike+helmet skateboard scooter+kick skates rollerblades
    dumbbell dumbbells barbell kettlebell treadmill exercise+bike yoga yoga+mat resistance+band jump+rope boxing boxing+gloves punching+bag gym+gloves thigh+pads shin+guards knee+pads knee+support swim+goggles swimming snorkel
    surfboard kayak paddle fishing fishing+rod fishing+reel hunting tent sleeping+bag camping camping+stove hiking climbing rope+climbing carabiner trekking+poles ski skis snowboard archery darts table+tennis billiards
    whistle sports sport fitness goalkeeper+gloves trampoline hula+hoop pull+up+bar
    futbol balon baloncesto voleibol beisbol raqueta tenis+mesa badminton golf palo+golf hockey rugby pelota+tenis bicicleta ciclismo casco+bicicleta patineta monopatin patines mancuerna mancuernas pesa pesas pesa+rusa
    trotadora caminadora bicicleta+estatica yoga tapete+yoga colchoneta banda+elastica lazo+saltar cuerda+saltar boxeo guantes+boxeo saco+boxeo canilleras espinilleras rodilleras gafas+natacion natacion careta+snorkel tabla+surf
    kayak remo pesca cana+pesca carrete caza carpa+camping tienda+campana camping bolsa+dormir saco+dormir senderismo escalada mosqueton bastones esqui arco+flecha dardos ping+pong billar silbato deporte deportivo
    gimnasio guantes+arquero trampolin trampolín aro+hula barra+dominadas
    match+football soccer+ball basketball+hoop tennis+balls shuttlecock golf+bag golf+glove hockey+stick ice+skates roller+skates inline longboard mountain+bike road+bike bike+pump bike+lock bike+light cycling+shorts cycling+gloves water+bottle+cage
    weight+plates weights bench+press exercise foam+roller pilates resistance+bands ab+wheel rowing+machine elliptical spin+bike jump weightlifting+belt mma judo karate taekwondo mouthguard hand+wraps swim+cap swim+fins wetsuit rash+guard life+jacket
    paddle+board stand+up+paddle canoe fishing+lure fishing+line tackle bait hunting+knife crossbow bow+arrow airsoft paintball sleeping sleeping+pad camping+chair camping+lantern backpacking headlamp trekking hiking+boots compass climbing+harness
    ski+goggles ski+poles snowboard+boots snowshoes sled ping+pong pool+cue foosball dartboard stopwatch cones+training sports+bottle team+jersey gymnastics
    microfutbol guayos balones porteria arquero baloncesto+aro voley tenis+raqueta raquetas pelotas volante+badminton palos guante+beisbol bate patin casco+ciclismo candado+bicicleta luces+bicicleta bomba+bicicleta guantes+ciclismo bicicleta+montana
    bicicleta+ruta bicicleta+nino+rin discos+pesas banco+pesas maquina+remo eliptica rodillo+abdominal pilates cinturon+pesas karate taekwondo judo protector+bucal vendas+boxeo gorro+natacion aletas traje+neopreno chaleco+salvavidas paddle
    anzuelo senuelo nailon+pesca cana carpa camping+silla linterna+camping sleeping aislante brujula arnes+escalada mosquetones montana+bastones nieve+gafas tejo bolos conos+entrenamiento petos cronometro termo+deportivo colchoneta+yoga ejercicio
    antiempanantes`,
  'Toys & Games': `
    toy toys doll dolls teddy teddy+bear plush stuffed+animal puzzle jigsaw board+game card+game playing+cards chess dominoes lego building+blocks blocks action+figure toy+car remote+control+car rc+car train+set
    play+dough kite yo+yo spinning+top water+gun nerf puppet dollhouse play+kitchen tea+set+toy slime bubbles+soap bubble+gun rubik cube+puzzle dice role+playing marbles spinner robot+toy ride+on sandbox swing+set toy+gun game games
    pretend+play tricycle educational+toy model+kit
    juguete juguetes muneca munecas muñeca oso+peluche peluche rompecabezas juego+mesa juego+cartas naipes baraja ajedrez domino bloques+construccion bloques figura+accion carro+juguete carro+control+remoto tren+juguete plastilina
    cometa yoyo trompo pistola+agua titere marioneta casa+munecas cocina+juguete slime burbujas cubo+magico dados canicas robot+juguete montable columpio parques+juego loteria+juego juego+didactico didactico triciclo bingo
    armable
    wooden+blocks building+set construction+toy magnetic+tiles toddler+toy stuffed plushie doll+house barbie action+figures superhero+figure toy+train toy+truck monster+truck remote+control+truck drone+toy slot+car marble+run bubble+machine bubbles
    water+balloons water+blaster hula yo+yo frisbee kite+kids jump+house ball+pit play+tent play+mat kids+tent toy+kitchen toy+tools doctor+kit dress+up+costume face+paint magic+set science+kit+kids craft+kit+kids coloring+book stickers+kids
    strategy+game party+game family+game trivia deck+cards playing poker+chips poker backgammon checkers mahjong bingo dominos jenga piece+jigsaw pieces+puzzle puzzles 3d+puzzle brain+teaser fidget model+car die+cast diecast model+airplane
    collectible+figure trading+cards outdoor+playset tea+party kids+bike+balance balance+bike rocking+horse
    rompecabeza bloques+madera bloques+armar fichas+armar figuras muneco munecos peluches oso munequera+juguete carro+coleccion carros+coleccion pista+carros carro+remoto control+remoto+carro dron+juguete maquina+burbujas lanzador+agua pistola+dardos
    carpa+infantil piscina+pelotas pelotas+piscina cocina+infantil herramientas+juguete kit+medico maquillaje+infantil kit+ciencia juego+magia libro+colorear juego+estrategia juego+familiar parques cartas+juego poker damas+chinas damas jenga
    uno+cartas loteria bingo sudoku+madera modelo+escala avion+armar cartas+coleccionables caballito rodadero balancin triciclos correpasillos`,
  'Vehicles & Parts': `
    car+tire tire tires tyre tyres wheel+rim rim brake brake+pads spark+plug engine engine+oil motor+oil car+battery headlight taillight wiper windshield bumper car+cover seat+cover car+mat floor+mats
    steering+wheel air+filter oil+filter fuel+filter shock+absorber clutch+kit radiator alternator exhaust muffler motorcycle+helmet motorcycle motorbike scooter car+wax car+polish car+charger+mount car+phone+holder dash+cam jumper+cables
    car+jack roof+rack trailer truck boat outboard rearview+mirror side+mirror timing+belt chain+motorcycle antifreeze coolant automotive auto car+stereo hubcap license+plate carburetor
    llanta llantas neumatico rin rines freno pastillas+freno bujia bujias motor aceite+motor bateria+carro bateria+auto faro farola limpiaparabrisas parabrisas parachoques forro+carro forro+asiento cubreasientos tapete+carro tapetes+carro
    volante filtro+aire filtro+aceite filtro+gasolina amortiguador kit+embrague embrague radiador alternador exosto silenciador casco+moto motocicleta moto cera+carro cables+iniciar cables+corriente gato+hidraulico portaequipaje remolque
    camion lancha espejo+retrovisor retrovisor correa+distribucion cadena+moto anticongelante refrigerante+motor automotriz carro auto carburador manubrio+moto guardabarros liquido+frenos
    all+season+tyre winter+tyre tire+inflator wheel+cover alloy+wheels brake+disc brake+fluid brake+caliper engine+air cabin+filter cabin+air transmission+fluid gear+oil synthetic+oil fully+synthetic ignition+coil oxygen+sensor fan+belt
    headlight+bulbs fog+light tail+light led+headlight wiper+blades windscreen wing+mirror bumper+guard mud+flaps truck+bed tonneau tow+bar hitch bike+rack+car roof+box snow+chains sun+shade+car steering+cover seat+covers car+vacuum car+shampoo
    car+air tire+shine touch+up+paint obd obd2 car+alarm car+audio subwoofer+car motorcycle+gloves motorcycle+jacket motorcycle+chain motorcycle+tire moped full+face+helmet face+helmet handlebar+motorcycle kickstand boat+anchor marine+engine
    bilge caravan rv quad atv
    llanta+moto neumaticos rin+aleacion disco+freno freno+disco bomba+freno liquido+freno pastillas bandas+freno delanteras delantero trasero filtro+cabina aceite+transmision aceite+sintetico valvulina bobina sensor+oxigeno correa+alternador
    bombillo+led+carro exploradora exploradoras stop+carro plumillas limpiaparabrisas+pulgadas espejo+lateral defensa+carro loderas gancho+remolque portabicicletas cadenas+nieve parasol+carro forro+timon protector+volante silla+carro+forro
    shampoo+carro silicona+carro ambientador+carro alarma+carro radio+carro guantes+moto chaqueta+moto casco+integral casco+abatible maletero+moto parrilla+moto kit+arrastre bateria+moto lubricante+cadena manigueta kit+carretera extintor+vehiculo
    aceite+motor iridio`,
};
