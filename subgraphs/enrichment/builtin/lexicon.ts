import type { StandardCategory } from './standard-categories';

/*
 * What the words of product names say about their category, from general knowledge: English first, then Spanish. A word may stand
 * in several places. Two words joined by "+" count only when one follows the other, and then more than the single words; "!" marks words that hardly ever stand elsewhere.
 */
export const LEXICON: Readonly<Record<Exclude<StandardCategory, 'Uncategorized'>, string>> = {
  'Animals & Pet Supplies': `
    dog! cat! puppy! kitten! pet! pets! aquarium! fish+tank fish+food bird hamster! rabbit horse+feed leash dog+collar
    cat+litter litter+box kennel birdcage dog+food cat+food dog+shampoo dog+bed cat+tree chew+toy dog+toy cat+toy
    scratching+post paw flea tick hay reptile terrarium parrot pet+carrier poop+bag veterinary! canine feline
    dog+treats cat+treats saddle bird+seed perro! gato! cachorro! gatito mascota! mascotas! acuario! pecera! pez
    pajaro ave conejo caballo correa+perro collar+perro arena+gato arena+gatos arenero jaula alpiste rascador
    hueso+perro antipulgas garrapatas veterinario croquetas concentrado+perro comida+perro comida+gato comedero
    bebedero+mascotas canino! felino! loro tortuga heno bozal guacal harness kibble feeding+bowl dog+bowl pet+bowl
    puppies kittens! goldfish betta aquarium+filter parakeet canary budgie bird+feeder catnip dog+leash muzzle
    dog+chew rawhide hamster+wheel guinea+pig horse bridle grooming+brush pet+shampoo pet+door chicken+coop pet+bed
    livestock cattle arnes arnes+perro correa pipeta collar+gato placa+mascota canario canarios periquito cuy equino
    ganado bovino acuarios peces arena+sanitaria cepillo+mascotas casa+perro rueda+hamster transportadora guacales
    snack+dental concentrado alimento+perros alimento+gatos gatera pienso cama+perro cama+mascotas turtle! turtle+lamp
    basking vivarium frog lizard gecko snake ferret gerbil mouse+cage rat+cage goat sheep chicken+feed poultry
    pig+feed beehive beekeeping pond+fish koi shrimp+tank cuttlebone perch+bird nail+clippers+pet nail+clippers+cats
    nail+clippers+dogs grooming grooming+glove slicker+brush deshedding dog+coat dog+jacket dog+sweater dog+raincoat
    dog+life dog+harness cat+harness cat+collar cat+carrier cat+bed cat+tunnel cat+scratcher litter+tray litter+mat
    litter+scoop pet+stroller pet+gate pet+fountain pet+wipes pet+camera training+pads puppy+pads dog+crate dog+house
    dog+ramp dog+whistle dog+clicker dog+bone kibble+cat wet+food dry+food hay+rack hay+feeder salt+lick dewormer
    calming+collar cone+collar e+collar+dog birdseed suet hummingbird bird+cage tortugas iguana serpiente hurón huron
    cabra oveja gallina gallinas cerdo+alimento abeja apicultura estanque periquera cortaunas+mascotas cepillo+perro
    guante+mascotas chaleco+perro sueter+perro impermeable+perro pechera pechera+perro transportador rampa+perro
    puerta+mascotas fuente+mascotas panos+mascotas panales+perro tapete+entrenador educador+mascotas silbato+perro
    antiparasitario desparasitante vitaminas+perro premios+perro carnaza plato+mascotas plato+perro plato+gato
    dispensador+alimento cama+gato tunel+gatos pelota+perro juguete+perro juguete+gato juguete+mascota shampoo+perros
    shampoo+mascotas filtro+acuario filtro+pecera calentador+acuario alimento+peces bomba+acuario casa+gato
    arena+aglomerante arenero+gato pala+arena silla+montar montura+caballo herradura dogs! cats! rabbits! perros!
    gatos! pajaros!`,
  'Apparel & Accessories': `
    shirt tshirt tee top tops blouse dress gown skirt jeans denim trousers pants leggings shorts jacket coat blazer
    sweater hoodie sweatshirt cardigan jumper vest suit tuxedo kurti kurta kurtas saree sari salwar lehenga dupatta
    pyjama pajama nightgown robe underwear lingerie bra panties briefs boxer boxers socks stockings tights shoe shoes
    sneaker sneakers boot boots sandal sandals flats heels loafer loafers slipper slippers bellies wedges clogs
    moccasin scarf shawl stole glove gloves mitten hat cap beanie belt tie bowtie cufflinks suspenders ring rings
    necklace pendant earring earrings bracelet bangle bangles anklet brooch jewelry jewellery jewel watch watches
    wristwatch sunglasses uniform swimsuit bikini trunks raincoat poncho parka windbreaker polo tunic jumpsuit romper
    overalls costume diamond+ring gold+ring analog+watch digital+watch leather+belt baseball+cap wool+scarf apparel
    clothing sleeve footwear hair+band camisa camiseta blusa vestido falda pantalon jean vaquero bermuda chaqueta
    abrigo saco chaleco traje sueter buzo sudadera pijama bata ropa ropa+interior calzon calzoncillo calzoncillos
    sosten brasier tanga medias calcetines calcetin zapato zapatilla tenis+dama tenis+hombre bota botas sandalia
    sandalias chancla chanclas tacon mocasin alpargata pantufla bufanda chal guante+lana sombrero gorra gorro cinturon
    corbata corbatin anillo collar pulsera arete aretes pendientes tobillera broche joya reloj reloj+pulsera gafas+sol
    lentes+sol traje+bano impermeable ruana guayabera enagua delantal+escolar disfraz uniforme panoleta manga+larga
    manga+corta polera remera pollera saten slim+fit dungarees culottes camisole kimono peplum turtleneck pullover
    fleece anorak trench beret fedora bandana headband wristband mittens garter insole shoelaces heel espadrille
    flip+flops trainers pumps oxford brogue hoop+earrings stud+earrings studs charm choker signet cubic+zirconia
    sterling+silver+ring keychain spectacles watch+strap workwear thermal+underwear swimwear hosiery overol enterizo
    body+dama leggins licra jogger capri short saco+lana gaban chompa camisilla esqueleto franela pantaloneta corset
    faja fajas liguero tirantes boina sombrilla+paraguas manilla manillas dije dijes gargantilla candonga candongas
    topos argolla argollas mancornas botin botines baleta baletas tacones valetas plataforma+zapato zapato+colegial
    guantes+cuero circon alpaca+tejida overshirt gilet puffer puffer+jacket quilted bomber corduroy chinos cargo+pants
    joggers sweatpants track+suit tracksuit culotte skort minidress maxi maxi+dress midi sundress bodycon wrap+dress
    bridesmaid bridal wedding+dress veil bustier bralette thong boyshorts shapewear slip+dress loungewear onesie+adult
    base+layer thermals long+johns undershirt tank+top crop+top halter bandeau tube+top henley flannel tweed peacoat
    duster cape overcoat waistcoat cummerbund ascot pocket+square lapel tie+clip tie+bar cufflink monocle visor
    bucket+hat sun+hat cowboy+hat headscarf hijab turban snood balaclava earmuff ear+warmers arm+warmers legwarmers
    leg+warmers ankle+boots knee+high mules slingback stiletto platform+shoes canvas+shoes slip+on slip+ons derby
    monk+strap deck+shoes boat+shoes wellington rain+boots snow+boots work+boots hiking+shoes running+shoes
    walking+shoes dance+shoes ballet+flats block+heel heeled strappy kitten+heel crocs ugg slides solitaire+ring
    engagement+ring wedding+band tennis+bracelet cuff+bracelet toe+ring nose+ring body+jewelry locket rosary
    layered+necklace pearl pearls gold+plated silver+plated chronograph pocket+watch watchband hair+clip hair+clips
    barrette scrunchie hairpin tiara brooches fascinator umbrella fan+hand shoe+laces insoles belt+buckle
    suspenders+leather handkerchief handkerchiefs kilt sarong kaftan abaya kebaya cheongsam dirndl scrubs apron+dress
    lab+uniform chef+jacket school+uniform blouses sobrecamisa chaqueton rompevientos cazadora chamarra jersey
    sueteres chalecos conjunto conjunto+deportivo conjuntos camisas camisetas blusas faldas vestidos pantalones
    bermudas mono+dama enterizos baby+doll negligee brasieres brasier+deportivo top+deportivo panty bikini+dama
    vestido+bano vestido+novia vestido+noche smoking frac mono+corbata monocorbatin panuelo panuelos gorras gorros
    sombreros pasamontanas orejeras diadema+cabello moña monas+cabello caiman+cabello ganchos+cabello tocado rebozo
    mantilla pashmina estola ruanas capas zapatillas zapatos tenis+urbanos tenis+blancos tenis+correr tenis+running
    calzado botas+dama botas+hombre botas+cuero botas+lluvia botas+montana sandalia+plataforma alpargatas zuecos
    suecos pantuflas cordones plantillas correa+cuero correa+hombre correa+caballero cinturones hebilla tirantas
    anillos anillo+compromiso argolla+matrimonio cadena+oro cadena+plata collares pulseras tobilleras aretes+oro
    earcuff piercing camandula rosario reloj+analogo reloj+hombre reloj+dama relojes manilla+tejida gafas monturas
    paraguas abanico guantes+lana guantes+tejidos mitones dril pana terciopelo+vestido talla+unica dotacion+uniforme
    filipina batola cachucha trusa`,
  'Arts & Entertainment': `
    guitar ukulele violin cello piano keyboard+piano drum drumstick flute trumpet saxophone clarinet harmonica
    microphone+stand guitar+strings music+stand canvas easel paintbrush paint+brush acrylic+paint oil+paint watercolor
    watercolour sketchbook sketch+pad yarn wool+yarn knitting crochet embroidery+kit cross+stitch beads bead craft
    crafts origami clay pottery sewing+kit quilting stencil stamp+set scrapbook scrapbooking party balloon balloons
    confetti piñata concert ticket collectible coin+collection stamp+album magic+tricks gift+wrap violin+bow
    tambourine banjo mandolin capo plectrum glitter resin+kit candle+making guitarra ukelele violonchelo
    bateria+musical tambor flauta trompeta saxofon clarinete armonica cuerdas+guitarra atril partitura lienzo
    caballete pincel pinceles acuarela acuarelas oleo acrilico+pintura pintura+acrilica lana+tejer hilo+bordar bordado
    ganchillo croche tejido agujas+tejer agujas+punto abalorio mostacilla manualidades arcilla ceramica+fria
    porcelana+fria globo globos confeti fiesta cumpleanos pinata maracas cajon+flamenco pandereta bongo coleccionable
    antifaz papel+regalo plastilina+polimerica watercolours gouache pastels charcoal+pencils artist artists
    calligraphy brush+set linocut printmaking knitting+needles crochet+hook embroidery+hoop embroidery+floss felt
    felting macrame loom weaving sewing+pattern fabric quilting+cotton diamond+painting modelling+clay polymer+clay
    guitar+pedal guitar+amp drum+kit snare cymbal keyboard+stand recorder+flute trombone accordion music+instrument
    instrument metronome tuner foil+balloons party+decorations streamers party+hats birthday+banner garland
    guitarra+acustica guitarra+clasica bajo+electrico acordeon tambora guacharaca gaita requinto tiple charango
    metronomo afinador baqueta baquetas bombo oleos carboncillo bastidor bordar tejer hilos agujas madeja ovillo telar
    fieltro foami pistola+silicona arcilla+modelar vitral caligrafia repujado decoracion+fiesta guirnalda serpentina
    sombreros+fiesta piñatas instrumento disfraz+carnaval cajon box+drum percussion bongos congas djembe maraca
    xylophone glockenspiel triangle+instrument bagpipe oboe bassoon tuba euphonium piccolo synthesizer synth
    midi+keyboard drum+machine rosin violin+rosin bow+violin reeds strings pick+guitar guitar+strap guitar+stand
    sheet+stand music+box karaoke+songs oil+pastel oil+pastels soft+pastels acrylics tempera+paint spray+paint+art
    fabric+paint face+painting palette+knife paint+palette canvas+panel canvas+board sketching drawing+pencils
    drawing+set ink+calligraphy nib lettering airbrush sculpting sculpture carving+tools wood+carving leathercraft
    leather+craft jewelry+making beading bead+kit wire+wrapping soap+making candle+making+kit resin epoxy+art mosaic
    stained+glass punch+needle needle+felting needlepoint embroidery sewing+thread thread+spool sewing+needles
    pincushion fabric+yard yarn+bowl rug+making tie+dye paper+craft washi washi+tape cardmaking punch+craft
    die+cutting cricut+vinyl foam+sheets googly pom+poms pipe+cleaners craft+sticks birthday+party cake+topper
    birthday+candles candles+birthday number+candle party+favors party+banner photo+booth bunting confetti+cannon
    balloon+arch helium gift+bag gift+box wrapping+paper ribbon+gift bow+gift invitation+cards greeting+card postcards
    masquerade prop magic+wand juggling numismatic coin+album stamp+collecting philatelic memorabilia autograph
    event+ticket theater cajon+peruano percusion bongoes marimba xilofono triangulo sintetizador teclado+musical
    colofonia arco+violin cana+saxofon puas pua+guitarra correa+guitarra capotraste soporte+guitarra pastel+oleo
    pasteles+oleo tizas+pastel paleta+pintura espatula+pintura lienzos cartulina+acuarela block+dibujo lapices+dibujo
    dibujo+artistico tinta+china plumilla aerografo escultura gubia tallado+madera resina+epoxica mosaico
    bisuteria+kit hilo+bisuteria alambre+bisuteria jaboneria+kit velas+kit punto+cruz bordado+ruso aguja+magica
    tela+metro telas hilo+coser agujas+coser dedal tijera+costura estambre pompones limpiapipas ojos+moviles escarcha
    gliter papel+crepe papel+seda papel+craft cinta+washi troqueladora velas+cumpleanos vela+cumpleanos topper
    torta+decoracion banderin banderines cortina+metalizada arco+globos helio inflador+globos bolsa+regalo caja+regalo
    mono+regalo tarjeta+invitacion invitaciones sorpresas+fiesta recordatorios album+monedas filatelia
    boleta+concierto entrada+teatro malabares varita`,
  'Baby & Toddler': `
    baby! infant! newborn! toddler! diaper diapers! nappy nappies pacifier stroller pram crib cot bassinet
    baby+monitor baby+bottle bottle+warmer bib bibs high+chair teether teething onesie baby+wipes changing+mat
    baby+carrier breast+pump nursing potty baby+shampoo baby+powder car+seat baby+food infant+formula playpen swaddle
    rattle nursery! baby+girl baby+boy sippy+cup baby+bath bodysuit bebe! recien+nacido! panal panales! pañal chupete
    chupo cochecito coche+bebe cuna moises babero tetero! biberon mamadera silla+comer mordedor mameluco body+bebe
    toallitas+humedas cambiador portabebe extractor+leche lactancia lactario orinal+bebe sonajero corral+bebe
    esterilizador+biberones bañera+bebe banera+bebe calienta+biberones babies! newborns! months muslin burp+cloth
    feeding+bottle anti+colic teether+ring booster+seat baby+swing bouncer diaper+bag diaper+cream moses+basket cradle
    toddlers nursing+pillow nursing+pad baby+blanket baby+wrap training+pants sippy milk+storage infant+car bebes!
    meses paseador anticolico chupos teteros! babero+silicona panitos panitos+humedos pañitos colecho
    asiento+carro+bebe silla+bebe crema+antipanalitis antipanalitis gimnasio+bebe encias materna maternidad
    cargador+bebe fular saltarin mecedor+bebe caminador+bebe leche+formula formula+infantil compota infant+seat
    rear+facing convertible+car+seat baby+seat breast+milk breastfeeding nursing+cover nursing+bra maternity+pillow
    pump+breast electric+breast double+breast training+pants+toddler pull+ups potty+seat potty+training
    step+stool+toddler hooded+towel baby+towel washcloth+baby baby+brush baby+nail baby+thermometer nasal+aspirator
    baby+lotion baby+oil baby+soap baby+detergent baby+sunscreen baby+hat baby+booties baby+socks baby+mittens
    baby+romper baby+pajamas sleep+sack sleepsuit wearable+blanket crib+sheet crib+mattress crib+mobile mobile+music
    nursery+lamp nursery+decor baby+gym activity+gym play+gym baby+walker baby+jumper baby+rocker baby+lounger
    baby+nest baby+gate corner+guards outlet+covers baby+proofing cabinet+locks+baby stroller+organizer stroller+fan
    baby+sling carrycot travel+cot formula+dispenser puree+maker baby+spoon baby+plate suction+bowl suction+plate
    snack+cup+toddler weaning pacifier+clip soother dummy+baby bottle+brush bottle+sterilizer bottle+rack sterilizer
    infants silla+carro+bebe silla+auto+bebe autoasiento butaca+bebe sacaleches extractor+electrico cojin+lactancia
    almohada+lactancia brasier+lactancia lactancia+materna toalla+bebe toalla+capucha esponja+bebe cepillo+bebe
    termometro+bebe aspirador+nasal crema+bebe aceite+bebe jabon+bebe shampoo+bebe champu+bebe colonia+bebe gorro+bebe
    escarpines medias+bebe guantes+bebe pijama+bebe saco+dormir+bebe cobija+bebe sabana+cuna colchon+cuna movil+cuna
    movil+musical lampara+bebe gimnasio+infantil caminadores andador brincador columpio+bebe silla+vibradora nido+bebe
    reductor+cuna barrera+cama reja+seguridad+bebe protector+esquinas tapa+tomacorriente seguro+cajones
    organizador+coche mochila+panalera panalera pañalera bolso+panalera corral corral+portatil cuna+corral cuna+viaje
    plato+bebe plato+ventosa vajilla+bebe cuchara+bebe baberos vaso+entrenador vaso+antiderrame vaso+aprendizaje
    papilla colada+bebe compotas cadena+chupo sujeta+chupo cepillo+teteros esterilizador esterilizador+teteros
    escurridor+teteros monitor+bebe camara+bebe ajuar nacimiento infante recien`,
  'Business & Industrial': `
    forklift pallet conveyor industrial! commercial! cash+register barcode+scanner barcode label+printer pos+terminal
    safety+helmet hard+hat safety+vest safety+goggles respirator lab+coat pipette beaker microscope+slides centrifuge
    test+tube restaurant+equipment commercial+oven deep+fryer meat+slicer mannequin display+rack signage
    shipping+label packing+tape bubble+wrap cardboard+boxes stretch+film hydraulic pneumatic compressor+industrial
    generator+industrial medical+gloves nitrile+gloves stethoscope syringe scalpel dental curing tractor+implement
    irrigation+system ear+protection welding+mask retail+shelf price+gun safety+boots warehouse! hairdresser+chair
    traffic+cone montacargas estiba banda+transportadora comercial caja+registradora lector+codigo+barras
    codigo+barras impresora+etiquetas datafono casco+seguridad casco+obra chaleco+reflectivo gafas+seguridad
    respirador bata+laboratorio pipeta matraz centrifuga tubo+ensayo freidora+industrial tajadora maniqui exhibidor
    vitrina+comercial cinta+embalaje plastico+burbuja cajas+carton vinipel hidraulico neumatico guantes+nitrilo
    estetoscopio jeringa bisturi odontologico careta+soldar estanteria+industrial botas+seguridad bascula+industrial
    senalizacion cono+trafico rollos+termicos dotacion balanza+comercial carretilla+hidraulica pallet+truck hand+truck
    dolly shipping+boxes corrugated mailer poly+mailers stretch+wrap packaging shipping examination+gloves
    disposable+gloves latex+gloves lab laboratory! flask beakers petri safety hi+vis high+visibility hard+hats
    earmuffs harness+safety first+aid+station mop+bucket+commercial chafing+dish catering commercial+blender
    meat+grinder coffee+machine+commercial price+tags pricing hang+tags mannequins display+stand clothing+rack+retail
    cash+drawer receipt+paper thermal+paper thermal+labels weighing+scale platform+scale barber+chair salon+chair
    tattoo+machine autoclave dental+chair wheel+chock conveyor+belt drum+pump fume estibadora transpaleta zorra+carga
    dielectrico elementos+proteccion proteccion+personal tapaoidos arnes+seguridad arnes+alturas eslinga guantes+latex
    guantes+caja tapabocas+caja laboratorio! probeta erlenmeyer embalaje carton cajas+envio bolsas+envio strech
    stretch termoencogible etiquetas+adhesivas rollo+termico papel+termico maniqui+cuerpo vitrina exhibidor+metalico
    gondola vajilla+hotelera horno+industrial estufa+industrial licuadora+industrial congelador+horizontal
    silla+barberia bascula gramera+industrial selladora+bolsas empacadora prep+table stainless+prep commercial+kitchen
    commercial+fridge commercial+freezer ice+machine ice+maker+commercial griddle+commercial bain+marie food+warmer
    display+case pizza+oven dough+mixer vending popcorn+machine slush cotton+candy+machine coffee+roaster bar+supplies
    restaurants! hotel hotels salon tattoo shipping+labels self+adhesive+labels label+roll labels+roll
    thermal+printer+labels packing+peanuts packing+paper edge+protectors strapping pallet+wrap pallets spill spill+kit
    containment drum+spill absorbent welding welding+helmet welding+gloves welding+rods tig mig plasma+cutter lathe
    milling cnc drill+press band+saw+industrial hoist winch chain+hoist crane jack+stand scaffolding ladder+industrial
    dock+leveler ibc+tote steel+drum industrial+fan industrial+vacuum floor+scrubber janitorial mop+wringer
    wet+floor+sign caution+tape barricade exit+sign fire+extinguisher fire+blanket eyewash first+aid+cabinet lockout
    tagout respirators dust+mask n95 face+shield safety+gloves cut+resistant coveralls hazmat ear+plugs safety+shoes
    steel+toe fall+protection pipettes lab+pipettes beaker+set centrifuge+tubes microplate lab+glassware lab+scale
    hot+plate+lab ph+meter+lab incubator surgical suture forceps scrubs+surgical exam+table stethoscopes otoscope
    hospital+bed iv+stand dental+instruments orthodontic veterinary+clinic hydroponic+commercial seeder plow milking
    tractor+attachment grain+mill egg+incubator fence+energizer solar+pump retail+bags garment+rack slatwall
    gondola+shelf shopping+basket shopping+cart price+labeler till+roll money+counter counterfeit+detector cash+box
    coin+counter card+reader+terminal time+clock queue+stand sign+holder open+sign led+sign advertising banner+stand
    floor+display mesa+acero+restaurante restaurante! restaurantes cocina+industrial nevera+industrial
    nevera+exhibidora freidora+doble plancha+asadora autoservicio calentador+alimentos vitrina+refrigerada amasadora
    horno+pizza granizadora crispetera+comercial dispensador+jugos molino+carne molino+industrial sierra+carne
    etiquetas+envio etiquetas+termicas rollo+etiquetas papel+kraft+rollo zuncho zunchadora estiba+plastica huacal
    canastilla+plastica kit+derrames derrames absorbente guantes+soldar soldadura+electrodo electrodos torno fresadora
    polipasto diferencial+cadena grua andamio gato+estibador tambor+metalico caneca+55 ventilador+industrial
    aspiradora+industrial hidrolavadora+industrial trapero+industrial senal+piso senalizacion+seguridad cinta+peligro
    extintor extintores manta+ignifuga lavaojos botiquin+industrial botiquin+empresarial tapabocas+n95 mascarilla+n95
    careta+facial guantes+carnaza guantes+seguridad guantes+anticorte overol+industrial tapaoidos+copa botas+puntera
    puntera+seguridad botas+dielectricas zapatos+seguridad linea+vida pipetas micropipeta tubos+ensayo
    vidrio+laboratorio vaso+precipitado balanza+analitica microscopio+laboratorio incubadora autoclave+clinico
    quirurgico quirurgica sutura pinza+quirurgica camilla camilla+medica fonendoscopio otoscopio cama+hospitalaria
    atril+suero instrumental+odontologico resina+dental incubadora+huevos cerca+electrica ordeno molino+granos
    picapasto fumigadora+motor bolsas+comercio gancho+exhibidor canasta+supermercado carrito+supermercado
    etiquetadora+precios contadora+billetes detector+billetes caja+menor cajon+monedero punto+venta
    reloj+control+personal separador+filas porta+avisos aviso+led aviso+abierto pendon portapendon publicidad
    industria! industriales bodega+estanteria`,
  'Cameras & Optics': `
    camera! cameras! dslr mirrorless lens lenses tripod! binoculars! binocular telescope! microscope camcorder
    action+camera webcam+stand flash+camera camera+flash memory+card+camera camera+bag camera+strap monopod gimbal
    rangefinder monocular spotting+scope photography! photo+light softbox ring+light lens+cap lens+filter
    polarizing+filter uv+filter instant+camera film+camera security+camera surveillance+camera dome+camera
    night+vision shutter viewfinder camera+battery drone+camera magnifying camara! camaras fotografica objetivo+camara
    lente+camara tripode! binoculares! prismaticos telescopio! microscopio videocamara camara+accion flash+camara
    filtro+polarizador estabilizador+camara fotografia! camara+instantanea camara+seguridad vision+nocturna
    luz+estudio aro+luz catalejo lupa trípode parasol+lente camera+body photo photographer binocular+harness refractor
    reflector+telescope eyepiece prime+lens zoom+lens wide+angle telephoto macro+lens lens+hood lens+cleaning instax
    film+roll 35mm speedlight light+stand backdrop light+meter trail+camera body+camera polarising+filter polarizing
    circular+polarising nd+filter stabilizer action+cam ip+camera cctv opera+glasses microscopes reflex camara+digital
    camara+deportiva camara+reflex camara+exterior teleobjetivo gran+angular lente+50 rollo+fotografico
    pelicula+fotografica telon+fondo sombrilla+estudio ocular camara+ip prismatico estuche+camara correa+camara
    disparador portrait+lens mm+lens f+1 f+2 lens+mm standard+lens fisheye teleconverter lens+adapter lens+pouch
    camera+backpack camera+sling camera+case camera+grip battery+grip camera+cage follow+focus slider+camera
    camera+drone video+light light+panel led+panel+studio studio+light studio+lights studio+backdrop green+screen
    reflector+photo strobe umbrella+light beauty+dish light+tent photo+booth+light video+camera vlogging vlog handycam
    body+cam dashcam+camera baby+monitor+camera doorbell+camera wildlife+camera underwater+camera waterproof+camera
    disposable+camera single+use+camera polaroid photo+paper darkroom film+developer negative+scanner slide+viewer
    cleaning+cloth+lens sensor+cleaning blower+lens phone+mount+monocular monoculars finderscope barlow
    star+map+telescope telescope+mount night+scope thermal+scope red+dot scope+rifle magnifier loupe jeweler+loupe
    borescope endoscope lente+mm lente+angular lente+macro lente+zoom lente+ojo adaptador+lente tapa+lente kit+lentes
    mochila+camara bolso+camara maletin+camara bateria+camara cargador+camara memoria+camara slider estabilizador
    panel+led+fotografia luz+video luces+fotografia luces+estudio fondo+fotografico pantalla+verde caja+luz
    flash+externo flash+fotografia zapata disparador+remoto fotografico fotograficas camara+video camara+vigilancia
    camara+wifi camara+domo camara+acuatica camara+desechable rollo+35 papel+fotografico camara+trasera videocamaras
    telescopios ocular+telescopio mira+telescopica lupa+lectura microscopios boroscopio endoscopio tripode+flexible
    tripode+celular monopie soporte+camara`,
  Electronics: `
    phone smartphone iphone android tablet ipad laptop notebook+computer computer desktop monitor keyboard mouse
    router modem switch+port usb charger adapter cable hdmi headphones headphone earbud earbuds headset speaker
    speakers soundbar television tv led+tv projector printer scanner hard+drive ssd pendrive flash+drive memory+card
    power+bank battery battery+charger smartwatch fitness+tracker console gps bluetooth wifi wireless processor
    motherboard graphics+card ram microphone amplifier radio walkie+talkie remote+control phone+case mobile+case
    back+cover screen+protector screen+guard pouch+lenovo laptop+skin laptop+battery webcam extension+cord+usb dongle
    ethernet range+extender lnvo lenovo samsung nokia telefono celular movil tableta portatil computador computadora
    ordenador teclado raton inalambrico enrutador cargador adaptador audifonos auriculares diadema parlante parlantes
    altavoz bafle barra+sonido televisor proyector impresora escaner disco+duro memoria+usb tarjeta+memoria
    bateria+externa pila pilas reloj+inteligente consola procesador tarjeta+grafica microfono amplificador
    control+remoto funda+celular carcasa+celular protector+pantalla vidrio+templado camara+web repetidor electronica
    computer+monitor ips gaming+mouse gaming+keyboard mechanical+keyboard noise+cancelling over+ear true+wireless
    solid+state state+drive usb+c usb+hub docking sd+card micro+sd e+reader kindle smart+plug smart+speaker galaxy
    pixel tempered+glass wall+charger car+charger fast+charge charging+cable lightning+cable hdmi+cable
    surge+protector ups+battery vr+headset game+controller gamepad gaming+console set+top antenna turntable hi+fi
    karaoke laptop+stand cooling+pad portatil+gamer videojuegos+consola consola+videojuegos control+consola audifono
    cargador+rapido tipo+c cable+usb cable+tipo pantalla+led smart+tv bocina bocinas disco+solido unidad+estado
    lector+tarjetas regleta multitoma ups estabilizador+voltaje antena tornamesa celulares tablets estuche+celular
    soporte+celular enchufe+inteligente smart+watch smartwatches heart+rate+sensor activity+tracker ethernet+switch
    gigabit network+switch patch+cable access+point nas server+rack+server ups+power laptop+charger
    replacement+charger power+adapter power+supply ac+adapter gaming+laptop chromebook mini+pc all+in+one+pc
    wireless+mouse ergonomic+mouse mouse+pad trackpad stylus drawing+tablet graphics+tablet barebone gpu cpu
    cpu+cooler pc+case heatsink thermal+paste ddr4 ddr5 nvme m2 optical+drive card+reader usb+stick usb+cable kvm
    docking+station inkjet laser+printer multifunction+printer 3d+printer filament+3d label+printer+home
    document+scanner barcode+app inch+4k 4k uhd oled qled television+stand hdtv streaming+stick media+player
    dvd+player blu+ray+player home+theater av+receiver receiver+stereo subwoofer bookshelf+speakers party+speaker
    record+player phonograph clock+radio fm+radio shortwave mp3+player voice+recorder dictaphone megaphone intercom
    two+way+radio satellite+phone landline cordless+phone answering+machine flip+phone sim+card phone+holder
    phone+stand phone+grip popsocket wireless+charger magsafe usb+charger wall+plug+usb car+usb airpods in+ear
    gaming+headset headset+mic lavalier lapel+mic condenser+mic microphone+usb audio+interface mixer+audio dj
    midi+controller capture+card webcam+hd ring+doorbell smart+home smart+bulb smart+switch smart+lock+hub
    thermostat+smart motion+sensor alarm+system gps+navigator gps+tracker dash+camera+gps playstation xbox nintendo
    joystick arcade+stick vr raspberry arduino soldering+board breadboard resistor capacitor led+strip+controller
    solar+charger rechargeable+batteries aa+batteries button+cell lithium+battery reloj+smart monitor+gamer
    monitor+pulgadas pulgadas+led pulgadas+4k suiche+red switch+red cable+red punto+acceso cargador+portatil
    cargador+laptop cargador+inalambrico carga+inalambrica carga+rapida adaptador+corriente fuente+poder
    computador+mesa todo+en+uno mouse+gamer mouse+inalambrico pad+mouse lapiz+optico tableta+grafica tarjeta+video
    tarjeta+madre board memoria+ram disco+externo disco+duro+externo unidad+ssd lector+memorias impresoras
    impresora+multifuncional tinta+continua impresora+laser impresora+3d filamento escaner+documentos televisores
    tv+box reproductor teatro+casa amplificador+sonido cabina+sonido cabina+activa planta+sonido radio+reloj
    radio+portatil grabadora+voz megafono citofono radio+telefono walkie tarjeta+sim holder+celular magnetico+celular
    anillo+celular vidrio+celular forro+celular protector+celular audifonos+diadema audifonos+gamer diadema+microfono
    diadema+gamer microfono+usb microfono+solapa consola+audio interfaz+audio controlador+dj capturadora videollamadas
    casa+inteligente bombillo+inteligente interruptor+inteligente sensor+movimiento sensor+puerta alarma+casa
    rastreador+gps videojuego+consola control+xbox control+play palanca+juegos gafas+realidad protoboard resistencias
    pilas+recargables pila+aa bateria+litio celulares+accesorios fibra+optica+red repetidor+wifi`,
  'Food, Beverages & Tobacco': `
    coffee! tea green+tea juice soda water+bottle+pack wine! beer! whisky whiskey vodka rum gin tequila milk yogurt
    yoghurt cheese! butter bread rice pasta noodles flour sugar salt pepper spice spices olive+oil cooking+oil vinegar
    sauce ketchup mustard mayonnaise honey jam chocolate candy cookies cookie biscuit biscuits crackers chips snack
    snacks nuts almonds cashew peanuts peanut+butter cereal oats granola beans lentils chickpeas soup tuna sardines
    meat beef chicken+breast pork sausage ham bacon eggs fruit apple banana mango dried vegetables organic+food
    energy+drink lemonade tobacco cigar cigars cigarettes espresso ground+coffee beverage cocoa syrup popcorn cake
    pickles salsa tortilla quinoa ghee masala basmati cafe te+verde infusion jugo zumo gaseosa refresco vino cerveza!
    ron aguardiente mezcal leche yogur queso! mantequilla pan arroz fideos harina azucar sal pimienta especias
    aceite+oliva aceite+girasol vinagre mostaza mayonesa miel mermelada dulce dulces caramelo galleta galletas
    papas+fritas nueces almendras mani avena frijol frijoles lentejas garbanzos sopa atun sardinas carne pollo cerdo
    salchicha jamon tocino huevos fruta manzana banano verdura panela arepa arepas bocadillo tabaco cigarro
    cigarrillos puro cacao sirope ponque torta aceituna aceitunas chorizo agua+mineral bebida bebida+energizante
    arequipe tamal queso+fresco beans+coffee coffee+beans roasted instant+coffee tea+bags herbal+tea olive
    extra+virgin coconut+oil lager ale stout cider champagne sparkling liqueur brandy spaghetti macaroni penne ramen
    maple+syrup marmalade jelly spread hummus guacamole olives anchovies sardine salmon+fillet smoked shrimp
    fish+fillet cheddar mozzarella parmesan gouda cream+cheese butter+unsalted pretzels trail+mix raisins
    dates+medjool figs pistachios walnuts chia flaxseed oatmeal muesli pancake+mix baking+powder yeast vanilla+extract
    chili hot+sauce soy+sauce curry turmeric cinnamon paprika gluten+free vegan candy+bar gummies lollipops
    chewing+gum ice+cream kombucha mineral+water tonic rolling+tobacco molido cafe+molido cafe+grano te infusiones
    aromatica aromaticas tizana chocolate+mesa vinagreta aji salsa+tomate pasta+tomate espagueti macarrones lasana
    quinua linaza ajonjoli canela clavos+olor comino curcuma pimenton oregano caldo consome enlatado enlatados filete
    camarones trucha pavo res chuleta costilla kumis parmesano cuajada costeno doble+crema mora fresa guayaba pina
    naranja limon aguacate papa+criolla yuca platano tostadas turron chocolatina gomitas confites helado masa
    harina+maiz buñuelo levadura vainilla champana vino+tinto vino+blanco cerveza+artesanal sidra sin+gluten vegano
    mani+salado pasas sourdough baguette bagel croissant muffin brownie donut pie+crust pastry cold+brew
    concentrate+coffee coffee+pods coffee+capsules decaf latte+mix cappuccino chai matcha yerba+mate oolong rooibos
    smoothie coconut+water iced+tea sports+drink protein+shake+ready sake mead vermouth aperitif bitters cocktail+mix
    margarita+mix mixer+drink balsamic balsamic+vinegar vinegar+modena sesame+oil avocado+oil sunflower+oil canola
    lard margarine sour+cream whipping+cream condensed+milk evaporated+milk oat+milk almond+milk soy+milk tofu tempeh
    seitan goat+cheese feta brie camembert blue+cheese ricotta cottage provolone eggs+dozen turkey+meat lamb+meat veal
    duck+meat steak mince salami prosciutto pepperoni chorizo+meat jerky pate caviar crab lobster squid octopus clams
    mussels cod tilapia trout mackerel herring smoked+salmon seaweed nori sushi miso kimchi sauerkraut capers
    artichoke sun+dried tomato tomatoes tomato+sauce salsa+verde pesto alfredo bbq+sauce teriyaki sriracha tabasco
    tahini aioli dressing+salad relish chutney jam+jar apple+sauce peanut cashews hazelnuts macadamia pecans
    sunflower+seeds pumpkin+seeds dried+fruit cranberries prunes apricots mixed+nuts potato+chips tortilla+chips
    nachos rice+cakes granola+bar protein+bar energy+bar cereal+bar marshmallow licorice caramel toffee fudge truffles
    chocolate+truffles nougat jelly+beans mints lollipop gelatin pudding+mix custard cake+mix cocoa+powder
    chocolate+chips baking+soda cornstarch flour+almond brown+sugar stevia sweetener agave molasses corn+syrup
    sprinkles saffron cardamom clove nutmeg ginger garlic+powder onion+powder bay+leaves thyme rosemary basil+dried
    parsley smoked+paprika paprika+tin cayenne sea+salt himalayan+salt bouillon broth stock+cube instant+noodles udon
    soba couscous bulgur barley+pearl polenta grits cornmeal risotto basmati+rice jasmine+rice brown+rice black+beans
    kidney+beans pinto split+peas canned frozen+pizza frozen+vegetables ready+meal lasagna ravioli gnocchi dumplings
    spring+roll burrito mango+chutney kalamata pitted olives+kalamata snus vape e+liquid cigarillo pipe+tobacco hookah
    pan+molde pan+tajado ponquecito torta+chocolate dona pastel hojaldre empanada empanadas pandebono almojabana
    cafe+instantaneo cafe+soluble capsulas+cafe cafe+descafeinado te+manzanilla manzanilla sobres+te te+negro
    te+hierbas hierbabuena toronjil mate+hierba jugo+naranja nectar malta limonada agua+coco agua+saborizada
    bebida+hidratante isotonica pola vino+rosado espumoso ginebra coctel cremoso+whisky ron+anejo anejo anos+ml
    vinagre+balsamico aceite+vegetal aceite+coco+cocina aceite+aguacate manteca margarina crema+leche suero+costeno
    leche+condensada leche+polvo leche+deslactosada leche+almendras bebida+almendras queso+cabra queso+campesino
    queso+doble queso+mozzarella huevos+aa pechuga pavo+jamon cordero ternera lomo chicharron butifarra salchichon
    salchichas mortadela longaniza morcilla peperoni atun+lata sardina langostino calamar mariscos mejillones bagre
    bacalao algas encurtidos pepinillos alcaparras palmito champinones maiz+tierno maiz+dulce tomate+seco salsa+bbq
    salsa+soya salsa+rosada hogao ajiaco sancocho crema+ahuyama aderezo frutos+secos pistachos avellanas maranon
    uvas+pasas ciruela+pasa arandanos+secos semillas+girasol semillas+comestibles barra+cereal barra+proteina
    platanitos patacones chitos rosquitas achiras manimoto bombones trufas+chocolate chocolates chicles masmelos
    turrones bocadillo+veleno arequipe+tradicional dulce+leche cajeta cocadas obleas gelatina flan polvo+hornear
    bicarbonato maizena azucar+morena endulzante melaza panela+organica sal+marina sal+rosada ajo+polvo laurel tomillo
    romero albahaca perejil+seco cilantro jengibre nuez+moscada color+alimentos colorante+alimentos harina+trigo
    harina+avena harina+almendras cuscus cebada arroz+integral frijol+rojo frijoles+cargamanto blanquillo arveja
    lenteja+kg garbanzo sopa+instantanea pizza+congelada lasana+congelada tamales envueltos casabe tucupi picadillo
    cigarros rape+tabaco vapeador narguile`,
  Furniture: `
    sofa! couch armchair! chair chairs table tables desk bookcase bookshelf shelf shelves cabinet wardrobe! dresser
    nightstand bed+frame bunk+bed mattress stool bar+stool bench ottoman recliner tv+stand coffee+table dining+table
    side+table office+chair futon headboard cupboard sideboard shoe+rack coat+rack console+table rocking+chair
    bean+bag chest+drawers folding+chair hammock+chair loveseat patio+furniture filing+cabinet vanity sillon silla
    sillas mesa mesas escritorio biblioteca+madera librero estante estanteria repisa armario closet ropero comoda
    mesita+noche nochero cama base+cama litera camarote colchon taburete banco+madera puf otomana reclinable mueble
    muebles mesa+centro mesa+comedor comedor! silla+oficina sofacama sofa+cama cabecero alacena aparador zapatero
    perchero mecedora cajonera butaca vitrina bifé archivador+metalico oak+table dining+chair accent+chair sectional
    sleeper+sofa chaise velvet+sofa media+console entertainment+center bar+cart bar+stools counter+stool
    nesting+tables end+table writing+desk standing+desk gaming+chair mesh+chair bed+slats platform+bed box+spring
    memory+foam mattress+topper drawers drawer dressing+table bookcases shelving+unit wall+shelf pantry+cabinet
    shoe+cabinet shoe+bench garden+bench adirondack outdoor+sofa chairs+set room+divider sala+puestos puestos
    sofa+puestos poltrona! comedor+puestos mesas+noche mesa+auxiliar mesa+tv mueble+tv centro+entretenimiento
    escritorios silla+escritorio silla+gamer silla+comedor sillas+comedor sillas+bar butaco tapizada tapizado
    semiortopedico ortopedico base+doble somier cajones entrepanos estante+pared biombo recibidor consola+entrada
    tocador vestier closet+armable lounge+chair lounge+set outdoor+lounge rattan rattan+set wicker patio+set
    patio+chair patio+table garden+chair garden+table bistro+set sun+lounger hanging+chair swing+seat picnic+table
    deck+box parasol+base wingback mid+century barrel+chair club+chair glider papasan rocker+chair slipper+chair
    settee daybed sofa+cover+furniture corner+sofa modular+sofa pouf footstool step+stool hall+tree hallstand
    umbrella+stand end+tables bedside+table bedside+cabinet console+tables extendable+table folding+table card+table
    drafting+table kids+table kids+chair high+stool vanity+table vanity+stool makeup+table chest+drawer chiffonier
    armoire closet+organizer+system wardrobe+closet linen+cabinet bathroom+cabinet kitchen+island kitchen+cart
    buffet+cabinet china+cabinet curio wine+rack wine+cabinet bookshelves ladder+shelf cube+storage corner+shelf
    floating+shelf floating+shelves wall+mounted+shelf magazine+rack file+cabinet computer+desk corner+desk
    l+shaped+desk desk+hutch reception+desk conference+table task+chair executive+chair drafting+chair guest+chair
    stacking+chairs church+chair bunk+beds loft+bed trundle murphy+bed canopy+bed sleigh+bed bed+base adjustable+bed
    toddler+bed+frame twin+bed king+bed queen+bed bed+headboard mattress+king mattress+queen mattress+hybrid
    spring+mattress futon+mattress sala+jardin sala+exterior sala+ratan ratan mimbre mueble+terraza muebles+terraza
    silla+terraza mesa+jardin mesa+exterior silla+playa asoleadora columpio+terraza hamaca+base silla+colgante
    sillon+relax sillon+reclinable poltronas silla+giratoria giratoria butaca+comedor sofa+l sofa+esquinero
    sofa+modular divan reposapies escabel mesa+extensible mesa+plegable mesa+consola consola+madera mesa+lateral
    mesita mesa+infantil silla+infantil tocador+espejo cajonero cajoneras armario+puertas ropero+plastico gabinete
    gabinete+bano gabinete+cocina isla+cocina carrito+cocina bife+comedor cristalero cava+vinos vinera bibliotecas
    estanteria+modular estanteria+blanca estante+esquinero repisas repisa+flotante repisa+madera cubo+organizador
    revistero escritorio+esquinero escritorio+gamer escritorio+plegable recepcion+mueble mesa+juntas silla+ejecutiva
    silla+interlocutora silla+secretarial sillas+apilables silla+rimax camarotes camarote+metalico cama+nido
    cama+sencilla cama+doble+madera cama+cuna+madera cabecero+cama colchones colchon+doble colchon+resortado
    colchon+queen sofas puestos+vidrio puestos+madera mueble+televisor mueble+televisor+cm rack+tv mueble+bano
    zapateros perchero+pie perchero+madera`,
  Hardware: `
    hammer screwdriver wrench spanner pliers drill saw chainsaw drill+bit sander grinder toolbox tool tools tool+set
    nail nails screw screws bolt bolts nut+bolt washer+steel anchor hinge lock padlock door+handle doorknob faucet tap
    pipe pvc valve plumbing paint+roller wall+paint primer sealant silicone+sealant caulk adhesive glue+epoxy epoxy
    duct+tape tape+measure level+tool ladder socket+wrench circuit+breaker wire+copper electrical+wire light+switch
    wall+socket extension+cord soldering+iron welding chisel file+metal vise clamp workbench sandpaper utility+knife
    cement brick tile+grout generator pump+water shower+head toilet+seat lumber plywood insulation crowbar axe shovel
    staple+gun martillo destornillador llave+inglesa llave+ajustable alicate pinza+electricista taladro sierra
    motosierra broca lijadora pulidora caja+herramientas herramienta herramientas clavo clavos puntilla tornillo
    tornillos tuerca arandela chazo bisagra cerradura candado manija chapa grifo llave+lavamanos tuberia tubo+pvc
    valvula plomeria rodillo+pintura pintura+pared vinilo+pared sellador silicona masilla pegante epoxico
    cinta+metrica flexometro nivel escalera interruptor tomacorriente breaker cable+electrico alambre
    extension+electrica soldador soldadura cincel lima+metal prensa lija bisturi+industrial cemento ladrillo
    ceramica+piso boquilla planta+electrica bomba+agua ducha regadera+bano sanitario inodoro triplex pala hacha
    ferreteria serrucho brocha impact+driver cordless+drill driver+18v hex+keys allen bit+set circular+saw saw+blade
    jigsaw+blade hacksaw angle+grinder heat+gun nail+gun air+compressor multimeter voltage+tester wire+stripper
    cable+ties zip+ties wood+screws drywall plasterboard masonry masonry+paint exterior+paint spray+paint varnish
    wood+stain paintbrush+set+wall step+ladder extension+ladder basin+faucet kitchen+faucet mixer+tap pvc+pipe
    ball+valve flush+valve teflon+tape deadbolt hasp hinges cabinet+knobs drawer+slides brackets shelf+bracket
    wall+plugs rivets washers threaded+rod concrete mortar grout floor+tiles roofing gutter wire+mesh chain+link
    light+fixture junction+box fuse spirit+level chalk+line tool+bag safety+knife pressure+washer percutor
    taladro+percutor atornillador llave+mixta llaves+allen juego+destornilladores destornilladores disco+corte
    disco+diamantado cierra caladora pistola+calor compresor+aire multimetro pelacables amarres+plasticos
    tornillo+madera estuco pintura+exteriores pintura+interiores aerosol+pintura barniz laca thinner esmalte+sintetico
    griferia monocontrol llave+terminal llave+paso sifon registro+agua canilla cinta+teflon chapa+puerta cerrojo
    pasador tornilleria chazos remaches arandelas varilla malla+metalica cadena+metalica cemento+gris teja canaleta
    luminaria balastro toma+doble cable+encauchetado fusible plomada hidrolavadora escalera+aluminio rotary+tool
    multi+tool oscillating+tool router+wood planer jointer belt+sander orbital+sander sanding+disc grinding+disc
    cutting+disc hole+saw auger countersink screwdriver+set nut+driver torque+wrench pipe+wrench allen+wrench
    locking+pliers needle+nose wire+cutter bolt+cutter tin+snips pry+bar mallet sledgehammer nail+set punch+center
    rasp hand+plane hand+saw miter+saw table+saw coping+saw saw+horse tool+chest tool+belt tool+organizer
    parts+organizer stud+finder laser+level measuring+tape caliper combination+square chalk gauge+feeler door+lock
    smart+door keypad+lock mortise rim+lock cylinder+lock door+closer door+hinge door+stop door+seal door+viewer
    peephole window+latch sliding+door barn+door cabinet+handle cabinet+hinge drawer+knob hook+wall ceiling+hook
    eye+bolt turnbuckle shackle carabiner+steel galvanised galvanized galvanised+wire fence+wire fence fencing
    barbed+wire chicken+wire chain+steel wire+rope rope+nylon twine tarp tarpaulin adhesive+epoxy epoxy+adhesive
    two+part+epoxy super+glue wood+glue construction+adhesive contact+cement hot+glue+stick threadlocker masking+tape
    electrical+tape duct aluminum+tape putty spackle filler+wood plaster wallpaper+paste floor+paint roof+paint
    enamel+paint lacquer paint+thinner paint+tray paint+sprayer roller+frame drop+cloth cistern toilet+cistern flush
    flush+kit toilet toilet+tank bidet urinal sink+kitchen washbasin basin bathtub shower+mixer shower+tray hose+bib
    stop+valve check+valve pressure+valve compression+fitting elbow+pipe pipe+clamp drain+pipe p+trap drain+snake
    plunger sump+pump water+tank water+heater boiler+house radiator+house water+filter+house pressure+tank septic
    solar+panel inverter+solar battery+bank transformer+electrical breaker+panel conduit cable+tray terminal+block
    wire+nut outlet+box dimmer doorbell socket+outlet plug+adapter extension+reel floodlight work+light led+batten
    tube+light bulb+socket soldering+wire solder flux gas+torch propane+torch decking laminate+flooring vinyl+flooring
    tile+ceramic tile+cutter trowel+mason float+mason spade+shovel pickaxe wheelbarrow ladder+telescopic scaffold
    roof+sheet skylight gypsum+board insulation+foam weatherstrip garage+door+opener gate+hinge mailbox hvac+duct
    air+vent exhaust+fan smoke+alarm+wired herramienta+rotativa multiherramienta ruteadora cepillo+electrico
    lijadora+orbital disco+lija disco+sierra broca+concreto brocas copa+sierra avellanador juego+llaves llaves+mixtas
    llave+tubo llave+expansion torquimetro ratchet racha juego+copas hombresolo alicates cortafrio pinzas+electricas
    tijeras+lamina barra+una mazo maceta+acero almadana formon escofina garlopa sierra+mano sierra+circular
    ingletadora caballete+metalico cinturon+herramientas organizador+herramientas detector+metales+pared nivel+laser
    metro+metros decametro calibrador pie+rey escuadra plomo+albanil cerradura+digital cerradura+inteligente
    cerradura+puerta chapas chapa+sobreponer sobreponer cilindro+puerta cierrapuertas tope+puerta mirilla pestillo
    manija+puerta tirador+cajon bisagras riel+puerta riel+cajon herraje gancho+pared gancho+techo armella grillete
    guaya cadena+acero alambre+galvanizado alambre+puas malla+gallinero malla+eslabonada cerca polisombra lona
    carpa+lona soga piola pegamento+epoxico pegante+madera pegante+contacto boxer+pegante superbonder silicona+fria
    silicona+transparente cinta+enmascarar cinta+aislante cinta+doble+faz masilla+madera yeso cal+hidratada
    impermeabilizante pintura+esmalte pintura+techo laca+madera disolvente bandeja+pintura rodillo+felpa brocha+cerda
    brochas brocha+pulgadas cisterna+sanitario tanque+sanitario tanque+agua tanques inodoro+dos+piezas bide
    orinal+pared lavaplatos+acero lavamanos tina+bano ducha+electrica ducha+telefono mezclador+ducha llave+jardin
    llave+lavaplatos valvula+cheque registro+bola codo+pvc tee+pvc tubo+sanitario sifon+lavaplatos destapador+canerias
    sonda+plomeria motobomba bomba+sumergible calentador+agua+gas filtro+agua+casa panel+solar inversor+solar
    transformador tablero+electrico caja+breakers taco+electrico canaleta+electrica tubo+conduit borneras
    caja+octogonal timbre+puerta clavija reflector+led lampara+emergencia tubo+led roseta+bombillo plafon cautin
    soldador+estano estano pasta+soldar soplete piso+laminado piso+vinilico baldosa ceramica+pared porcelanato enchape
    cortadora+ceramica palustre llana pica+jardin carretilla+obra carretilla escalera+tijera escalera+extension
    teja+zinc claraboya perfil+aluminio lamina+drywall icopor fibra+vidrio+aislante burlete motor+puerta+garaje buzon
    extractor+bano rejilla detector+humo`,
  'Health & Beauty': `
    shampoo conditioner soap lotion cream moisturizer sunscreen lipstick mascara eyeliner eyeshadow foundation makeup
    nail+polish nail+file perfume cologne fragrance deodorant toothpaste toothbrush mouthwash floss razor shaving
    shaving+cream aftershave hair+dryer hair+straightener hair+oil hair+gel hairbrush comb serum face+mask facial
    cleanser toner vitamin vitamins supplement protein multivitamin aspirin bandage thermometer blood+pressure
    massage+oil massager essential+oil cotton+swabs wipes hand+sanitizer sanitizer cosmetic cosmetics beauty skin+care
    eye+cream body+wash bath+salt wax tweezers contact+lens glasses+reading wheelchair crutches condom tampon
    sanitary+pads omega ayurvedic herbal henna trimmer epilator deo eau+parfum eau+toilette talc lip+balm champu
    acondicionador jabon locion crema hidratante bloqueador protector+solar labial pestanina rimel delineador
    sombra+ojos base+maquillaje maquillaje esmalte colonia fragancia desodorante crema+dental pasta+dental
    cepillo+dientes enjuague+bucal seda+dental cuchilla+afeitar afeitadora afeitar secador+pelo plancha+pelo
    aceite+capilar gel+cabello cepillo+pelo peine suero mascarilla limpiador+facial tonico vitamina vitaminas
    suplemento proteina multivitaminico venda curita termometro tensiometro aceite+esencial masajeador algodon+discos
    gel+antibacterial antibacterial cosmetico belleza cera+depilatoria depilatoria pinzas+cejas silla+ruedas muletas
    preservativo tampones toallas+higienicas colageno balsamo tinte tinte+cabello crema+manos corporal exfoliante
    shampoo+curly serum+vitamin brightening hyaluronic niacinamide retinol collagen whey whey+protein creatine
    probiotics fish+oil melatonin magnesium elderberry blush bronzer concealer primer highlighter lip+gloss brow
    false+lashes lashes nail+lacquer cuticle acrylic+nails makeup+brush makeup+brushes beauty+blender exfoliating
    scrub body+butter hand+cream foot+cream shower+gel bubble+bath bath+bomb hair+mask hair+spray hair+color hair+dye
    curling+iron flat+iron hair+clipper beard beard+oil beard+trimmer electric+shaver electric+toothbrush dental+floss
    teeth+whitening cologne+spray body+spray antiperspirant insect+repellent mosquito+repellent glucometer
    pulse+oximeter nebulizer hearing+aid knee+brace posture heating+pad first+aid+kit gauze adhesive+bandages
    face+masks surgical+mask eye+drops reading+glasses menstrual+cup intimate lubricant aromatherapy spa vitamin+c
    sulphate+free sulfate+free acido+hialuronico hialuronico hidrolizado keratina queratina rizado rizos cabello
    capilar champu+sin+sal tratamiento+capilar mascarilla+capilar crema+peinar laca+cabello ondulador rizador
    maquina+cortar+pelo barbera barba aceite+barba rubor corrector+ojeras iluminador polvo+compacto pestanas cejas
    unas brochas+maquillaje esponja+maquillaje desmaquillante agua+micelar micelar contorno+ojos antiarrugas antiedad
    humectante gel+bano jabon+liquido sales+bano repelente glucometro oximetro nebulizador faja+lumbar
    rodillera+ortopedica gasa alcohol+antiseptico tapabocas gotas+ojos copa+menstrual protectores+diarios lubricante
    aromaterapia creatina probiotico magnesio melatonina vitamina+c locion+hombre blanqueamiento+dental clay+mask
    charcoal+mask sheet+mask peel+mask eye+patches toner+facial essence+facial ampoule micellar cleansing+oil
    cleansing+balm face+wash face+cream face+oil day+cream night+cream eye+serum acne pimple+patch peeling exfoliant
    body+lotion body+oil stretch+mark self+tanner after+sun tanning hand+soap bar+soap liquid+soap roll+on
    deodorant+stick deodorant+unscented talcum perfume+women cologne+men eau parfum fragrance+oil setting+powder
    setting+spray compact+powder cushion bb+cream contour palette+eyeshadow eye+pencil brow+pencil lip+liner lip+tint
    lip+stain lipstick+set nail+gel nail+art nail+drill uv+lamp+nail cuticle+oil manicure pedicure foot+file callus
    foot+spa wax+strips waxing epilation hair+removal ipl threading tweezer keratin keratin+treatment
    smoothing+treatment hair+serum hair+treatment hair+tonic hair+growth hair+wax pomade dry+shampoo leave+in
    hair+scissors hair+straightening hair+brush detangling hair+roller hot+rollers crimper blow+dryer hair+clippers
    nose+trimmer shaver razor+blades safety+razor shaving+brush shaving+foam mouth+wash tongue+scraper water+flosser
    denture whitening+strips toothpaste+kids retainer orthodontic+wax multivitamins vitamin+d vitamin+b12 omega+3
    iron+supplement calcium zinc turmeric+capsules ashwagandha herbal+supplement fiber+supplement detox slimming
    fat+burner bcaa pre+workout mass+gainer protein+isolate meal+replacement capsules tablets+dietary gummies+vitamin
    cough lozenges antacid pain+relief ibuprofen paracetamol allergy+relief nasal nasal+spray saline antiseptic
    hydrogen+peroxide bandaids plaster+adhesive elastic+bandage splint ankle+brace wrist+brace back+brace
    compression+socks compression+stockings orthopedic insoles+orthopedic walker+elderly cane+walking commode bed+pan
    weight+scale body+scale body+weight bathroom+scale bmi thermometer+infrared pulse+monitor ecg tens+unit massage
    massage+gun massage+chair neck+massager foot+massager acupressure hot+water+bottle ice+pack sleep+mask
    earplugs+sleep cpap pill+organizer pregnancy+test condoms massage+candle feminine+wash pantyliners incontinence
    adult+diapers lice repellent+spray sunscreen+stick lip+sunscreen mascarilla+arcilla mascarilla+carbon
    mascarilla+facial velo+facial parches+ojos tonico+facial suero+facial serum+facial agua+rosas gel+limpiador
    espuma+limpiadora crema+facial crema+noche crema+dia crema+corporal crema+antiestrias antiestrias
    exfoliante+corporal autobronceador bronceador jabon+manos jabon+barra jabon+intimo desodorante+barra
    desodorante+roll antitranspirante talco+pies colonia+hombre splash splash+corporal perfumes polvos+sueltos
    polvos+compactos base+liquida base+cobertura cobertura contorno paleta+sombras sombras lapiz+ojos lapiz+cejas
    gel+cejas delineador+labios brillo+labial tinta+labial labiales esmalte+semipermanente semipermanente lampara+unas
    unas+acrilicas acrilico+unas removedor+esmalte lima+unas cortaunas manicure+set pedicure+set lima+pies
    banda+depilatoria depilacion depilador cera+fria keratina+cabello alisado alisador cepillo+alisador
    cepillo+secador tratamiento+keratina ampolla+capilar ampollas aceite+argan argan aceite+coco+capilar
    aceite+cabello capilares tonico+capilar gel+fijador laca mousse champu+seco crema+rizos bigudies rulos
    pinza+rizadora cortapelo patillera maquina+afeitar cuchillas espuma+afeitar hilo+dental irrigador+oral
    cepillo+electrico+dental crema+dental+ninos blanqueador+dental protesis+dental multivitaminico+gomas
    gomas+vitaminas vitamina+d hierro+suplemento calcio curcuma+capsulas fibra+suplemento te+adelgazante
    quemador+grasa proteina+whey aminoacidos capsulas tabletas jarabe antigripal acetaminofen ibuprofeno antiacido
    spray+nasal solucion+salina agua+oxigenada isodine curas vendaje ferula tobillera+ortopedica munequera+ortopedica
    faja+ortopedica ortopedica ortopedico medias+compresion baston caminador+adulto silla+bano+adulto bascula+bano
    bascula+digital+personal pesa+digital+persona termometro+infrarrojo oximetria tens masajeador+cuello
    pistola+masajes masajes bolsa+agua+caliente antifaz+dormir tapones+oidos pastillero prueba+embarazo condones
    toalla+higienica toallas+femeninas panal+adulto pañal+adulto antipiojos repelente+mosquitos protector+labial`,
  'Home & Garden': `
    mug cup plate plates bowl dinnerware glass+set wine+glass cutlery fork spoon knife+set kitchen kitchen+knife pan
    frying+pan pot pots cookware bakeware baking+tray blender toaster kettle microwave oven refrigerator fridge
    freezer washing+machine vacuum+cleaner iron+steam coffee+maker food+processor juicer pressure+cooker bedsheet
    bed+sheet sheets duvet quilt comforter blanket pillow cushion cushion+cover pillow+cover towel bath+towel bath+mat
    curtain curtains rug carpet doormat lamp table+lamp light+bulb bulb chandelier candle vase clock wall+clock mirror
    photo+frame picture+frame wall+sticker wall+decal painting poster+wall showpiece figurine air+freshener freshener
    detergent broom mop bucket trash+can laundry laundry+basket hanger storage+box storage+container organizer plant
    planter flower+pot seeds garden hose lawn lawn+mower fertilizer watering+can rake umbrella+patio bbq grill
    barbecue fireplace coin+bank tablecloth table+runner napkins diwan+set bedding shower+curtain soap+dispenser
    lunch+box water+bottle thermos cutting+board chopping+board heater air+conditioner fan+ceiling wallpaper
    decorative decor home taza pocillo plato platos vajilla bol vaso vasos copa+vino copas cubiertos tenedor cuchara
    cuchillo cocina sarten olla ollas bateria+cocina molde+hornear bandeja licuadora tostadora hervidor microondas
    horno nevera refrigerador congelador lavadora aspiradora plancha+vapor cafetera procesador+alimentos exprimidor
    olla+presion sabana sabanas edredon cobija manta almohada cojin funda+cojin toalla toallas tapete+bano cortina
    cortinas tapete alfombra lampara bombillo bombilla candelabro vela velas florero jarron reloj+pared espejo
    portarretrato marco+fotos cuadro+decorativo adorno ambientador detergente escoba trapero trapeador balde caneca
    basurero canasta+ropa gancho+ropa organizador matera maceta planta semillas jardin manguera cesped cortacesped
    abono fertilizante regadera rastrillo parrilla asador alcancia mantel servilletas cama+doble ropa+cama tabla+picar
    lonchera termo calentador aire+acondicionado ventilador papel+colgadura decoracion hogar blanqueador lavaplatos
    limpiador suavizante skillet wok saucepan casserole dutch+oven griddle roasting+pan muffin+tin cake+pan
    rolling+pin whisk spatula ladle colander peeler grater measuring+cups mixing+bowl salad+bowl dinner+plates
    stoneware tableware tumbler goblet decanter carafe teapot french+press coffee+mug travel+mug salt+shaker
    spice+rack dish+rack dish+towel apron placemat coaster trivet ice+bucket percale duvet+cover comforter+set
    pillowcase bedspread mattress+protector throw+blanket throw+pillow hand+towel bathrobe+hotel bath+rug toilet+brush
    blackout+curtains roller+blind venetian+blinds floor+lamp desk+lamp string+lights fairy+lights night+light lantern
    lampshade soy+candle scented+candle incense diffuser reed+diffuser potpourri artificial+plant succulent bonsai
    raised+bed compost garden+gloves pruning+shears secateurs trowel sprinkler greenhouse bird+bath gazebo fire+pit
    patio+heater charcoal+grill smoker stick+vacuum robot+vacuum steam+mop air+fryer slow+cooker rice+cooker
    stand+mixer hand+mixer waffle espresso+machine dishwasher dryer+clothes sewing+machine ironing+board clothesline
    drying+rack shoe+organizer vacuum+bags garbage+bags trash+bags paper+towels toilet+paper dishwashing
    laundry+detergent fabric+softener bleach sponge air+purifier humidifier dehumidifier space+heater mosquito+net
    key+holder+wall tapestry wall+art canvas+print+wall vases christmas+tree ornament ornaments smoke+detector
    antiadherente caldero paellera budinera tortera rallador colador espumadera batidor cucharon exprimidor+manual
    jarra jarras pocillos copa vajillas individuales portavasos azucarera salero tetera prensa+francesa freidora+aire
    olla+arrocera arrocera sanduchera batidora horno+tostador estufa extractor+cocina lavavajillas secadora
    maquina+coser mesa+planchar plancha+ropa tendedero cesto+ropa hilos+sabanas sabanas+dobles cubrelecho plumon
    protector+colchon funda+almohada funda+cobija juego+sabanas toallas+bano cortina+bano blackout persiana persianas
    lampara+pie lampara+mesa guirnalda+luces luces+led aromatica+vela vela+aromatica incienso difusor
    planta+artificial suculenta macetero tijera+podar guantes+jardin invernadero sembrar abono+organico
    carbon+parrilla barbacoa calefactor humidificador purificador bolsas+basura papel+higienico papel+cocina esponja
    jabon+loza lavaloza limpiavidrios desinfectante insecticida cuadro cuadros adhesivo+pared arbol+navidad navidad
    navideno perchero+pared portallaves recipiente recipientes hermeticos portacomidas refractaria enamelled enameled
    dutch braiser stockpot steamer+pot pressure+pan crepe+pan grill+pan wok+pan pan+lid pot+set baking+dish loaf+pan
    pie+dish cookie+sheet cooling+rack cookie+cutter piping+bag cake+stand measuring+jug kitchen+scale kitchen+timer
    can+opener bottle+opener corkscrew garlic+press potato+masher tongs+kitchen pizza+cutter pizza+stone mandoline
    salad+spinner mortar+pestle knife+block knife+sharpener steak+knives chef+knife bread+knife bread+box butter+dish
    cookie+jar food+storage lunch+container vacuum+sealer mason+jar jar+set oil+dispenser sugar+bowl gravy+boat
    serving+tray serving+bowl serving+platter cake+plate soup+bowl cereal+bowl espresso+cup tea+cup tea+set teacup
    saucer tea+strainer coffee+grinder coffee+filter electric+kettle gooseneck milk+frother soda+maker ice+cream+maker
    bread+maker yogurt+maker egg+cooker sandwich+maker toaster+oven induction+cooktop hot+plate stove cooker+hood
    range+hood wine+cooler water+dispenser+home water+filter+pitcher microfibre microfiber cleaning+cloth
    cleaning+cloths dust+cloth duster feather+duster scrub+brush dustpan squeegee window+cleaner floor+cleaner
    carpet+cleaner oven+cleaner toilet+cleaner drain+cleaner disinfectant surface+cleaner multi+surface dish+soap
    dishwasher+tablets rinse+aid stain+remover lint+roller ironing steam+iron garment+steamer clothes+hanger
    clothes+pins clothes+rack laundry+hamper hamper storage+basket storage+bin storage+bag under+bed drawer+organizer
    closet+organizer shoe+box shelf+liner over+door+hook key+rack trash+bag waste+bin recycling+bin pedal+bin
    macrame+wall wall+hanging wall+decor wall+shelf+decor wall+mirror floor+mirror picture+hook photo+album+frame
    canvas+art poster+frame clock+table alarm+clock throw cushion+insert bolster body+pillow memory+pillow neck+pillow
    weighted+blanket electric+blanket sherpa quilt+set coverlet flat+sheet fitted+sheet sheet+set bed+skirt
    mattress+pad valance shower+caddy bath+towel+set beach+towel tea+towel bath+sheet toothbrush+holder
    toilet+roll+holder bath+set laundry+bag area+rug runner+rug door+mat carpet+tile curtain+rod curtain+tie
    sheer+curtain roman+shade window+film pendant+light ceiling+light wall+sconce sconce table+lamps led+bulb
    lamp+shade reading+lamp lava+lamp solar+light garden+light pathway+light candle+holder candlestick tealight
    wax+melt oil+burner room+spray essential+diffuser dried+flowers artificial+flowers flower+vase terrarium+plant
    plant+stand plant+pot hanging+planter window+box potting+soil soil peat vermiculite plant+food pesticide
    weed+killer insect+killer mouse+trap ant+bait fly+trap mosquito+lamp irrigation drip+irrigation irrigation+kit
    hose+reel hose+nozzle watering garden+fork hoe leaf+blower hedge+trimmer grass+trimmer brush+cutter
    chainsaw+garden lawnmower garden+shed shed compost+bin trellis garden+arch garden+fence+border garden+statue gnome
    fountain+garden pond+pump pool+cleaner swimming+pool+frame inflatable+pool chlorine hot+tub pizza+oven+outdoor
    grill+brush grill+cover bbq+tools firewood fire+starter pergola awning canopy+garden parasol hammock+garden
    christmas christmas+lights wreath easter halloween+decoration ironing+cover fan+tower tower+fan desk+fan
    pedestal+fan ceiling+fan oil+radiator electric+heater air+cooler portable+air olla+hierro olla+acero
    olla+esmaltada cacerola cacerolas sarten+hierro sartenes parrilla+estufa plancha+cocina bateria+ollas
    moldes+reposteria molde+torta lata+horno rejilla+enfriar manga+pastelera balanza+cocina gramera medidor+cocina
    abrelatas destapador sacacorchos prensa+ajo majador pinzas+cocina corta+pizza mandolina mortero bloque+cuchillos
    afilador cuchillos juego+cuchillos juego+cubiertos cubiertos+piezas mantequillera galletera frasco frascos
    frasco+vidrio tarros contenedor+alimentos portacomida aceitera sal+pimentero bandeja+servir platos+hondos
    plato+postre ensaladera tazon tazones pocillo+tinto juego+te juego+cafe vajilla+puestos vajilla+piezas
    vasos+vidrio jarra+vidrio molino+cafe filtro+cafe cafetera+goteo cafetera+italiana goteo+tazas greca
    hervidor+electrico tetera+electrica espumador+leche maquina+palomitas crispetera waflera freidora horno+electrico
    estufa+puestos estufa+gas campana+extractora dispensador+agua filtro+agua+jarra nevecon minibar pano+microfibra
    panos+limpieza plumero cepillo+piso recogedor haragan limpiador+pisos limpiador+multiusos desengrasante
    quitamanchas jabon+ropa jabon+lavar suavizante+ropa cloro lavavajilla esponjilla rodillo+pelusas
    plancha+vapor+ropa vaporizador+ropa ganchos+ropa pinzas+ropa canasto organizador+closet organizador+cocina
    organizador+bano caja+organizadora caja+plastica+tapa bolsas+vacio zapatera+colgante papelera bote+basura
    caneca+pedal tapiz cuadro+lienzo vinilo+decorativo papel+pared espejo+redondo espejo+cuerpo espejo+decorativo
    portarretratos reloj+mesa despertador manta+sofa cobija+termica cobija+doble cobijas almohadas
    almohada+viscoelastica cojines cubrecama edredon+doble sobresabana faldon+cama protector+almohada toalla+playa
    toalla+manos juego+toallas juego+bano cortinero riel+cortina velo+cortina tapete+sala tapete+cocina tapete+entrada
    felpudo lampara+techo lampara+colgante aplique bombillos bombillo+led luces+navidad luces+solares lampara+solar
    candelabros portavelas velon esencia+aromatica difusor+aromas flores+artificiales flores+secas florero+vidrio
    materas jardinera soporte+matera tierra+abonada sustrato humus fungicida herbicida raticida trampa+ratones
    mata+moscas riego+goteo sistema+riego aspersor pistola+riego azadon sopladora cortasetos guadana guadañadora
    podadora malla+sombra compostera gnomo fuente+agua+decorativa piscina+inflable piscina+estructural cloro+piscina
    asador+carbon carbon+vegetal encendedor+parrilla toldo parasol+jardin hamaca decoracion+navidad corona+navidad
    pesebre halloween ventilador+torre ventilador+mesa ventilador+techo ventilador+pedestal calentador+ambiente
    calefactor+electrico enfriador+aire climatizador deshumidificador espumadera+acero`,
  'Luggage & Bags': `
    suitcase! luggage! trolley+bag backpack! rucksack handbag! purse wallet! tote tote+bag duffel duffle duffel+bag
    messenger+bag laptop+bag travel+bag gym+bag shoulder+bag sling+bag crossbody clutch briefcase toiletry+bag
    cosmetic+bag fanny+pack waist+bag garment+bag luggage+tag packing+cubes satchel bag bags cardholder card+holder
    passport+holder school+bag pouch hobo carry+on drawstring+bag maleta! equipaje morral! mochila! bolso! cartera
    billetera! monedero! bandolera bolso+mano bolsa+viaje bolso+viaje maletin maletin+portatil neceser cosmetiquera
    canguro rinonera portatrajes tarjetero portapasaporte tula bolsa+tela bolsa+deportiva manos+libres cangurera
    valija cabin+suitcase carry+on+suitcase spinner hard+shell crossbody+bag leather+handbag bucket+bag weekender
    holdall bifold bifold+wallet trifold coin+purse money+belt travel+organiser toiletry toiletry+organiser
    hanging+toiletry laptop+sleeve laptop+backpack lunch+bag+tote cooler+bag diaper+backpack beach+bag shopping+bag
    belt+bag bum+bag cosmetic+pouch pencil+pouch+bag luggage+strap luggage+cover travel+wallet packing morrales
    maletas carry antirrobo mochila+antirrobo mochila+wayuu wayuu bolsos carteras carteras+dama riñonera bolso+cuero
    cosmetiquero bolso+bandolera bolso+playa bolsa+mercado bolsa+ecologica bolso+deportivo maleta+cabina
    maletin+ejecutivo lonchera+termica organizador+viaje organizador+maleta candado+maleta etiqueta+equipaje
    anti+theft theft+sling sling checked+luggage expandable+luggage expandable+suitcase luggage+set kids+suitcase
    underseat softside hardside travel+backpack hiking+backpack daypack rucksacks mini+backpack school+backpack
    backpack+kids trolley+backpack drawstring leather+clutch evening+bag evening+clutch wristlet hobo+bag baguette+bag
    saddle+bag satchels top+handle shopper+bag canvas+bag canvas+tote straw+bag jute+bag diaper+tote work+bag
    document+bag portfolio+bag garment+carrier suit+bag shoe+bag laundry+travel+bag makeup+bag vanity+case
    jewelry+roll travel+pouch passport passport+cover passport+wallet travel+document luggage+lock luggage+scale
    neck+wallet phone+bag crossbody+phone money+clip wallets card+case key+pouch checkbook leather+wallet women+wallet
    insulated+lunch+bag picnic+backpack bike+pannier waistpack hip+pack duffle+bag sports+bag gym+duffel
    wheeled+duffel antirrobo+morral bolso+antirrobo maletas+viaje set+maletas juego+maletas maleta+rigida
    maleta+pulgadas maleta+ruedas maleta+semirrigida maleta+expandible maleta+infantil maleta+escolar maletin+escolar
    mochila+escolar mochila+ruedas morral+escolar morral+portatil morral+viaje morral+dama mochila+tejida
    bolso+cruzado bolso+lona bolso+dama bolso+mujer bolso+fiesta bolso+sobre sobre+fiesta bolso+tote tula+viaje tulas
    bolsa+yute bolso+tejido bolso+paja portadocumentos porta+pasaporte estuche+viaje neceser+viaje porta+traje
    bolsa+zapatos organizadores+viaje cubos+empaque billeteras billetera+cuero billetera+mujer monedero+cuero
    monederos portamonedas porta+tarjetas tarjetero+metalico tarjeteros llavero+cuero carriel rinoneras lonchera
    bolso+termico`,
  Media: `
    book! novel! paperback! hardcover! textbook cookbook+recipes cookbook biography dictionary encyclopedia comic
    manga magazine newspaper dvd! vinyl+record vinyl cd album soundtrack movie film series+season audiobook! ebook
    sheet+music atlas bible guidebook anthology poetry stories trilogy edition volume author journal+magazine
    box+set+dvd documentary libro! novela! tapa+dura tapa+blanda bolsillo+edicion recetario biografia diccionario
    enciclopedia! historieta revista periodico disco+vinilo vinilo pelicula serie+temporada audiolibro libro+digital
    biblia guia+viaje antologia poesia cuentos trilogia edicion tomo autor banda+sonora documental disco+compacto
    hardback guide+book beginner+guide guide+to history+of novels fiction fantasy thriller memoir autobiography essays
    poems stories+children picture+book workbook+edition graphic+novel comics omnibus annual issue
    subscription+magazine cookery recipes lp remastered single+vinyl soundtrack+cd cassette documentary+series dvd+set
    box+set season complete+series concert+dvd map travel+guide calendar+wall+art crossword novelas cuento relatos
    ficcion fantasia memorias ensayo ensayos poemas obras+completas edicion+anotada edicion+especial edicion+bolsillo
    ilustrados ilustrado infantil+cuento recetas libro+recetas libros! revistas coleccion+libros historietas tomos
    vinilos boleros salsa+vinilo casete serie+completa temporada+completa crucigramas mapa manual+estudio almanac
    audiobooks book+series children+book board+book pop+up+book sticker+book+children storybook fairy+tales
    nursery+rhymes fables young+adult romance+novel crime+novel crime mystery+novel horror+novel historical+novel
    short+stories classic+literature play+script screenplay anthology+poems philosophy psychology+book self+help
    business+book economics+book history+book world+history travel+book guide+travel photography+book art+book
    coffee+table+book design+book architecture+book science+book nature+book medical+book law+book language+learning
    learn+days learn+italian learn+french learn+spanish phrasebook grammar thesaurus study+guide test+prep
    math+workbook bible+study quran torah hymnal prayer+book devotional cookbook+vegan baking+book gardening+book
    knitting+book craft+book coloring+book+adult sudoku+book puzzle+book quiz+book yearbook comic+book comics+volume
    manga+volume graphic magazine+subscription newspaper+archive journal+academic map+road world+map globe+map
    atlas+world road+atlas chart+nautical lp+vinyl double+lp live+lp vinyl+album ep+vinyl greatest+hits compilation+cd
    symphony opera+cd concerto+recording recording live+album music+cd blues+cd movie+dvd film+dvd uhd+movie
    documentary+dvd tv+series season+one box+set+series director+cut film+collection training+video exercise+dvd
    songbook score+piano podcast libro+album libros+infantiles cuentos+hadas fabulas literatura novela+romantica
    novela+negra novela+juvenil relatos+cortos clasicos+literatura teatro+libro filosofia psicologia autoayuda
    superacion+personal finanzas+libro libro+cocina libro+arte libro+fotografia libro+historia historia+universal
    historia+colombia libro+ciencias libro+medicina libro+derecho codigo+civil gramatica ingles+libro libro+ingles
    aprender+ingles guia+estudio texto+escolar libro+texto libro+matematicas biblia+estudio devocional oraciones
    catecismo primeros+lectores lectores lectura+infantil libro+pintar+adultos libro+actividades sudoku crucigrama
    sopa+letras anuario comics+tomo revista+edicion revistas+coleccion mapa+mundi mapamundi atlas+ilustrado
    globo+terraqueo carta+nautica vinilo+lp disco+lp disco+musica cd+musica musica+cd musica+andina album+musica
    grandes+exitos recopilacion sinfonia opera+disco concierto+dvd peliculas pelicula+dvd blu coleccion+peliculas
    cancionero partituras partituras+piano enciclopedia+ilustrada manual+practico manual+libro carpinteria+libro
    ilustrada tomo+i`,
  'Office Supplies': `
    notebook pen pens ballpoint pencil pencils marker markers highlighter eraser sharpener stapler staples paper+clips
    paper copy+paper printer+paper sticky+notes envelope envelopes folder folders binder planner calendar
    desk+organizer whiteboard ruler calculator scissors glue+stick correction+tape toner+cartridge ink+cartridge toner
    laminator shredder paper+shredder file+folder clipboard index+cards push+pins rubber+bands stamp+pad
    desk+lamp+office letter+tray hole+punch receipt+book office stationery fountain+pen graph+paper cuaderno libreta
    boligrafo esfero lapicero lapiz lapices marcador marcadores resaltador borrador sacapuntas tajalapiz grapadora
    cosedora grapas ganchos+cosedora clips resma papel+carta papel+bond notas+adhesivas sobre+manila sobres carpeta
    carpetas archivador agenda calendario tablero regla calculadora tijeras pegante+barra pegamento+barra corrector
    cartucho+tinta toner+impresora laminadora destructora+papel portapapeles fichas+bibliograficas chinches
    perforadora talonario oficina papeleria pluma+estilografica escolar utiles+escolares spiral+notebook dotted ruled
    legal+pad memo+pad gel+pens gel+pen rollerball ballpoints mechanical+pencil colored+pencils crayons highlighters
    sticky post+it index+tabs lever+arch ring+binder document+wallet sheet+protectors laminating laminating+pouches a4
    cardstock construction+paper desk+planner desk+calendar wall+planner undated diary dry+erase whiteboard+markers
    cork+board bulletin+board paper+cutter guillotine desk+organiser pen+holder bookends name+badge lanyard
    label+maker rubber+stamp ink+pad glue+sticks scissors+set staple+remover staple heavy+duty+stapler tape+dispenser
    clear+tape toner+black printer+ink invoice+book mailing+envelopes cuadriculado rayado cuadernos libretas
    boligrafos esferos lapiceros portaminas minas colores+madera crayolas crayones resaltadores notas+autoadhesivas
    banderitas argollada folios fundas+plasticas legajador separadores papel+fotocopia cartulina papel+iris hojas
    tamano+oficio tamano+carta planeador calendario+escritorio tablero+acrilico borrable corcho cortadora+papel
    guillotina portalapices sujetalibros escarapela rotuladora sello almohadilla dispensador+cinta cinta+transparente
    cinta+adhesiva tinta+impresora cosedora+metalica sacaganchos plumones temperas marcadores+borrables correction
    correction+fluid correction+pen white+out wireless+presenter presenter presentation+pointer laser+pointer+office
    pointer bubble+mailers kraft+mailers padded+envelope mailing+tube envelopes+window file+holder magazine+file
    magazine+holder document+tray paper+tray letter+opener permanent+marker fine+tip+marker chalk+marker paint+marker
    whiteboard+marker flip+chart easel+pad pin+board drawing+board chalkboard blackboard blackboard+eraser chalk+box
    compass+school protractor geometry geometry+set set+square stencil+school school+supplies pencil+case pencil+box
    pencil+sharpener lead+refill fineliner brush+pen calligraphy+pen fountain ink+bottle+pen pen+refill pen+set
    pen+cup desk+tidy desk+pad desk+mat+office desk+drawer+tray monitor+stand+office footrest wrist+rest+office
    bookend bulldog+clip binder+clip binder+clips paper+clip drawing+pins thumb+tack rubber+band string+ball
    parcel+tape packing+tape+dispenser sellotape double+sided+tape glue+school glue+bottle craft+knife+office
    trimmer+paper comb+binding binding+machine binding+spines report+cover presentation+folder expanding+file
    hanging+file suspension+file tab+dividers dividers card+index address+book visitor+book guest+book ledger
    account+book receipt+pad duplicate+book carbon+paper graph+pad composition+book refill+pad memo writing+pad
    sticky+flags page+flags labels+address address+labels name+tags name+plate id+badge badge+holder business+cards
    business+card+holder card+stock photo+paper+a4 tracing+paper colored+paper a3+paper thermal+paper+fax fax
    time+cards planner+2026 academic+planner diary+2026 calendar+2026 year+planner numbering+stamp date+stamp
    self+inking overhead+projector laminating+sheets safe+box+office key+cabinet cash+box+office corrector+liquido
    cinta+correctora correctora correctores presentador+inalambrico apuntador sobre+burbuja sobres+burbuja
    sobres+manila manila manila+tamano sobre+carta bandeja+papel bandeja+documentos revistero+oficina abrecartas
    marcador+permanente marcadores+permanentes marcadores+tablero marcador+tablero rotulador rotuladores papelografo
    cartelera tablero+corcho tablero+magnetico pizarra pizarron tiza tizas borrador+tablero compas
    transportador+escolar escuadras juego+geometria cartuchera portalapiz lapices+grafito grafito lapices+hb
    lapices+colores colores+x caja+colores sacapuntas+electrico borradores micropunta plumigrafo pluma+fuente
    repuesto+esfero esfero+x boligrafo+gel lapicero+gel organizador+escritorio base+escritorio reposapies+oficina
    clip+mariposa clips+x gancho+legajador ganchos+legajadores chinche bandas+elasticas+caucho caucho+bandas
    cinta+empaque+oficina cinta+pegante pegastic goma+escolar pegante+escolar colbon bisturi+oficina exacto anilladora
    argollas+plasticas perforadora+huecos perforadoras saca+bocado pastas+cuaderno folder+colgante folder+celuguia
    carpetas+colgantes carpeta+plastica carpeta+legajadora separador+hojas fichas libro+contable libro+actas
    libro+visitas factura+talonario recibos+caja talonarios papel+carbon block+papel block+cuadriculado block+notas
    tacos+papel notas+adhesivas+x banderitas+adhesivas etiquetas+oficina rotulos adhesivos+oficina
    tarjetas+presentacion porta+escarapelas papel+opalina papel+calcante papel+adhesivo papel+a4 papel+oficio
    fotocopias agenda+2026 agendas calendario+2026 planeador+mensual planificador sello+fechador sello+automatico
    almohadilla+sello termolaminadora laminas+plastificar caja+archivo archivo+inactivo papeleria+oficina`,
  Software: `
    software! license licence subscription antivirus! operating+system windows+license office+suite download+code
    activation+key product+key photo+editing+software accounting+software app plugin video+editing video+game+download
    pc+game+download vpn! cloud+storage saas! crm template+digital font+license digital+download internet+security erp
    backup+software key+code programa licencia! suscripcion sistema+operativo clave+activacion clave+producto
    software+contable programa+contable aplicacion complemento edicion+video almacenamiento+nube descarga+digital
    plantilla+digital facturacion+electronica seguridad+internet codigo+descarga nomina+software punto+venta+software
    licenses subscriptions devices annual+plan yearly+subscription lifetime+license lifetime+licence productivity
    bookkeeping invoicing payroll crm+software inventory+software pos+software point+sale+software product+code
    digital+code steam+key download service+months password+manager web+hosting hosting domain website+builder
    web+template theme+wordpress wordpress plugin+license cad design+software music+production+software
    language+course+online e+learning parental+control cloud+backup cloud backup firewall database+license
    server+license licencias anual+licencia licencia+anual suscripciones programas contabilidad contable nomina
    facturacion gestion+inventarios inventarios+aplicacion diseno+grafico+programa clave codigo+digital descarga nube
    en+nube nube+almacenamiento dominio pagina+web plantilla+web gestor+contrasenas control+parental curso+virtual
    plan+vpn pymes+programa dispositivos+antivirus copia+seguridad password family+plan tax+software tax+preparation
    tax accounting digital+audio audio+workstation daw workstation+license full+license student+license
    education+license cad+drawing drawing+program program+students program+license 3d+modeling+software
    rendering+software animation+software video+editor photo+editor pdf+editor office+365 office+license
    spreadsheet+software word+processor database+software project+management+software time+tracking+software
    hr+software scheduling+software booking+software e+commerce+platform shop+plugin email+marketing+software seo+tool
    website+template website+year web+builder landing+page chat+bot ai+assistant+subscription translation+software
    dictation+software screen+recorder data+recovery+software disk+utility driver+updater system+optimizer pc+cleaner
    encryption+software remote+desktop+software virtual+machine developer+tools ide+license api+access game+key
    game+code prepaid+code+game font fonts stock+photos+license icon+pack ui+kit presentation+template
    spreadsheet+template resume+template planner+digital lightroom+presets presets sample+pack sound+pack plugin+audio
    vst ebook+software online+course interactive+course typing+software parental software+license software+download
    one+year+license annual+license perpetual+license users+license seats+license administrador+contrasenas
    contrasenas declaracion+renta+software impuestos+software sistema+contable sistema+nomina sistema+facturacion
    sistema+gestion sistema+inventario sistema+pos suite+ofimatica suite ofimatica! licencia+suite licencia+office
    licencia+windows licencia+estudiante licencia+perpetua licencia+usuario editor+video+licencia editor+fotos
    editor+pdf programa+diseno programa+edicion programa+arquitectura modelado+3d+licencia antivirus+dispositivos
    seguridad+digital aplicacion+movil aplicacion+punto aplicacion+web app+gestion plataforma+virtual
    plataforma+ecommerce tienda+virtual+plantilla plugin+tienda constructor+web alojamiento+web servidor+virtual
    correo+corporativo marketing+correo software+crm software+nomina software+inventario software+restaurante
    curso+interactivo curso+online curso+digital ingles+descarga recuperacion+datos copia+respaldo respaldo+nube
    cifrado escritorio+remoto codigo+juego clave+juego tipografia+licencia fuentes+tipograficas plantillas+digitales
    plantilla+presentacion plantilla+excel presets+fotografia pistas+sonido membresia+digital suscripcion+digital
    suscripcion+mensual suscripcion+anual`,
  'Sporting Goods': `
    soccer football basketball volleyball baseball baseball+bat tennis tennis+racket racket badminton cricket golf
    golf+club golf+balls hockey rugby ball bicycle bike cycling bike+helmet skateboard scooter+kick skates
    rollerblades dumbbell dumbbells barbell kettlebell treadmill exercise+bike yoga yoga+mat resistance+band jump+rope
    boxing boxing+gloves punching+bag gym+gloves thigh+pads shin+guards knee+pads knee+support swim+goggles swimming
    snorkel surfboard kayak paddle fishing fishing+rod fishing+reel hunting tent sleeping+bag camping camping+stove
    hiking climbing rope+climbing carabiner trekking+poles ski skis snowboard archery darts table+tennis billiards
    whistle sports sport fitness goalkeeper+gloves trampoline hula+hoop pull+up+bar futbol balon baloncesto voleibol
    beisbol raqueta tenis+mesa palo+golf pelota+tenis bicicleta ciclismo casco+bicicleta patineta monopatin patines
    mancuerna mancuernas pesa pesas pesa+rusa trotadora caminadora bicicleta+estatica tapete+yoga colchoneta
    banda+elastica lazo+saltar cuerda+saltar boxeo guantes+boxeo saco+boxeo canilleras espinilleras rodilleras
    gafas+natacion natacion careta+snorkel tabla+surf remo pesca cana+pesca carrete caza carpa+camping tienda+campana
    bolsa+dormir saco+dormir senderismo escalada mosqueton bastones esqui arco+flecha dardos ping+pong billar silbato
    deporte deportivo gimnasio guantes+arquero trampolin trampolín aro+hula barra+dominadas match+football soccer+ball
    basketball+hoop tennis+balls shuttlecock golf+bag golf+glove hockey+stick ice+skates roller+skates inline
    longboard mountain+bike road+bike bike+pump bike+lock bike+light cycling+shorts cycling+gloves water+bottle+cage
    weight+plates weights bench+press exercise foam+roller pilates resistance+bands ab+wheel rowing+machine elliptical
    spin+bike jump weightlifting+belt mma judo karate taekwondo mouthguard hand+wraps swim+cap swim+fins wetsuit
    rash+guard life+jacket paddle+board stand+up+paddle canoe fishing+lure fishing+line tackle bait hunting+knife
    crossbow bow+arrow airsoft paintball sleeping sleeping+pad camping+chair camping+lantern backpacking headlamp
    trekking hiking+boots compass climbing+harness ski+goggles ski+poles snowboard+boots snowshoes sled pool+cue
    foosball dartboard stopwatch cones+training sports+bottle team+jersey gymnastics microfutbol guayos balones
    porteria arquero baloncesto+aro voley tenis+raqueta raquetas pelotas volante+badminton palos guante+beisbol bate
    patin casco+ciclismo candado+bicicleta luces+bicicleta bomba+bicicleta guantes+ciclismo bicicleta+montana
    bicicleta+ruta bicicleta+nino+rin discos+pesas banco+pesas maquina+remo eliptica rodillo+abdominal cinturon+pesas
    protector+bucal vendas+boxeo gorro+natacion aletas traje+neopreno chaleco+salvavidas anzuelo senuelo nailon+pesca
    cana carpa camping+silla linterna+camping aislante brujula arnes+escalada mosquetones montana+bastones nieve+gafas
    tejo bolos conos+entrenamiento petos cronometro termo+deportivo colchoneta+yoga ejercicio antiempanantes
    basketball+stand hoop+stand backboard volleyball+net soccer+goal soccer+cleats football+boots goalie goalkeeper
    cleats jersey+team training+bib agility+ladder speed+ladder hurdle+training referee captain+armband
    inflatable+kayak kayaks paddleboard rowing+boat+inflatable dry+bag float+swim kickboard pull+buoy swim+goggle
    diving+mask diving diving+fins snorkel+set scuba surf wakeboard water+ski bodyboard life+vest yoga+block
    yoga+strap yoga+wheel yoga+towel yoga+bag meditation+cushion pilates+ring pilates+reformer exercise+ball gym+ball
    stability+ball medicine+ball slam+ball battle+rope suspension+trainer pull+up push+up+bars dip+station
    weight+bench weight+rack squat+rack barbell+set weight+vest ankle+weights wrist+wraps lifting+straps lifting+belt
    chalk+gym kettlebells stepper aerobic+step mini+trampoline vibration+plate exercise+mat hydration hydration+pack
    hydration+flask cyclists cycling+flask bike+bottle bottle+cage bike+saddle bike+seat bike+pedals bike+tire
    bike+tube bike+chain bike+computer bike+trainer bike+rack bike+bag cycling+jersey cycling+helmet cycling+shoes bmx
    ebike balance+board inline+skates roller+blades ice+hockey hockey+puck lacrosse softball baseball+glove catcher
    cricket+bat cricket+ball pads+cricket golf+ball golf+clubs golf+tees golf+cart putter tennis+bag tennis+ball
    squash+racket pickleball paddle+pickleball padel padel+racket badminton+set badminton+racket shuttlecocks
    table+tennis+bat billiard pool+table darts+set dart+board bowling bowling+ball croquet bocce petanque cornhole
    horseshoe+game+set frisbee+golf disc+golf boxing+wraps kick+pads focus+pads punch+bag head+guard+boxing
    mouth+guard shin+guard groin+guard martial+arts gi+karate fencing wrestling+shoes judo+gi gymnastics+mat
    balance+beam cheerleading climbing+shoes belay rope+climb ice+axe crampons trekking+pole hiking+pole
    hiking+backpack+frame camp+stove camp+cookware camping+table camping+mattress camping+pillow camping+hammock
    camping+toilet tent+pegs tent+person backpacking+tent rooftop+tent sleeping+mat mess+kit water+purifier+camp
    fire+steel survival+kit headtorch lantern+camp hunting+blind decoy game+call trail+cam archery+bow arrows+archery
    target+archery fishing+rod+reel fishing+hook fishing+net fishing+bag fishing+vest fly+fishing lure bait+box waders
    ski+jacket ski+helmet ski+boots ski+bag snow+goggles sledge toboggan horse+riding+helmet equestrian skate+helmet
    knee+pad elbow+pads sports+tape kinesiology sports+bra+support pedometer sports+whistle scoreboard aro+baloncesto
    tablero+baloncesto malla+voleibol malla+futbol arco+futbol porteria+futbol guayo guayos+futbol uniforme+futbol
    camiseta+equipo+futbol petos+entrenamiento escalera+agilidad conos arbitro kayak+inflable bote+inflable
    tabla+natacion pullbuoy gafas+nadar careta+buceo buceo aletas+natacion vestido+neopreno tabla+paddle salvavidas
    bloque+yoga bloque+corcho cinturon+yoga mat+yoga tapete+ejercicio tapete+pilates pelota+pilates balon+pilates
    balon+medicinal cuerda+batida trx barra+olimpica barra+pesas discos+olimpicos mancuerna+kg set+mancuernas
    banco+ejercicio banco+abdominales multifuerza multigimnasio rack+sentadillas chaleco+peso pesas+tobillo
    tobilleras+peso guantes+gym guantes+gimnasio cinturon+gimnasio straps+gimnasio rueda+abdominales rueda+abdominal
    abdominales bandas+resistencia elastica+resistencia resistencia+elastica ligas+ejercicio step+aerobico escaladora
    spinning bicicleta+spinning minitrampolin caramanola termo+ciclismo sillin+bicicleta pedales+bicicleta
    cadena+bicicleta neumatico+bicicleta llanta+bicicleta rin+bicicleta jersey+ciclismo uniforme+ciclismo
    zapatillas+ciclismo ciclocomputador rodillo+ciclismo patineta+electrica monopatin+electrico patines+linea
    patines+talla linea+talla patin+linea casco+patinaje protecciones+patinaje rodillera+voleibol guante+softbol
    softbol bola+beisbol pelota+golf guante+golf pelota+padel raqueta+padel raqueta+tenis pelotas+tenis mesa+ping
    raquetas+ping bola+billar taco+billar diana+dardos rana+juego+rana tejo+set bolsa+boxeo pera+boxeo vendas+mano
    casco+boxeo canillera canilleras+futbol canilleras+tobillera espinillera bucal kimono+judo kimono+karate
    colchoneta+gimnasia barra+equilibrio zapatos+escalada magnesio+escalada cuerda+escalada arnes+montana
    bastones+trekking botas+trekking morral+montana estufa+camping olla+camping mesa+camping colchon+inflable+camping
    hamaca+camping saco+dormir+frio bolsa+dormir+frio dormir+frio dormir+clima linterna+cabeza lampara+camping
    kit+supervivencia pedernal caramanola+montana arco+caza flechas blanco+tiro rifle+aire diabolos anzuelos
    nylon+pesca carnada senuelos+pesca red+pesca chaleco+pesca caja+pesca casco+equitacion fusta cinta+kinesiologica
    podometro silbato+arbitro`,
  'Toys & Games': `
    toy! toys! doll dolls teddy teddy+bear plush! stuffed+animal puzzle! jigsaw board+game card+game playing+cards
    chess dominoes lego building+blocks blocks action+figure toy+car remote+control+car rc+car train+set play+dough
    kite yo+yo spinning+top water+gun nerf puppet dollhouse play+kitchen tea+set+toy slime bubbles+soap bubble+gun
    rubik cube+puzzle dice role+playing marbles spinner robot+toy ride+on sandbox swing+set toy+gun game games
    pretend+play tricycle educational+toy model+kit juguete! juguetes! muneca munecas muñeca oso+peluche peluche!
    rompecabezas! juego+mesa juego+cartas naipes baraja ajedrez domino bloques+construccion bloques figura+accion
    carro+juguete carro+control+remoto tren+juguete plastilina cometa yoyo trompo pistola+agua titere marioneta
    casa+munecas cocina+juguete burbujas cubo+magico dados canicas robot+juguete montable columpio parques+juego
    loteria+juego juego+didactico didactico triciclo bingo armable wooden+blocks building+set construction+toy
    magnetic+tiles toddler+toy stuffed plushie doll+house barbie action+figures superhero+figure toy+train toy+truck
    monster+truck remote+control+truck drone+toy slot+car marble+run bubble+machine bubbles water+balloons
    water+blaster hula frisbee kite+kids jump+house ball+pit play+tent play+mat kids+tent toy+kitchen toy+tools
    doctor+kit dress+up+costume face+paint magic+set science+kit+kids craft+kit+kids coloring+book stickers+kids
    strategy+game party+game family+game trivia deck+cards playing poker+chips poker backgammon checkers mahjong
    dominos jenga piece+jigsaw pieces+puzzle puzzles 3d+puzzle brain+teaser fidget model+car die+cast diecast
    model+airplane collectible+figure trading+cards outdoor+playset tea+party kids+bike+balance balance+bike
    rocking+horse rompecabeza bloques+madera bloques+armar fichas+armar figuras muneco munecos peluches oso
    munequera+juguete carro+coleccion carros+coleccion pista+carros carro+remoto control+remoto+carro dron+juguete
    maquina+burbujas lanzador+agua pistola+dardos carpa+infantil piscina+pelotas pelotas+piscina cocina+infantil
    herramientas+juguete kit+medico maquillaje+infantil kit+ciencia juego+magia libro+colorear juego+estrategia
    juego+familiar parques cartas+juego damas+chinas damas uno+cartas loteria sudoku+madera modelo+escala avion+armar
    cartas+coleccionables caballito rodadero balancin triciclos correpasillos wooden+train train+track toy+tractor
    ride+tractor ride+car ride+toy pedal+car push+toy pull+toy walker+toy shape+sorter stacking+toy stacking+rings
    stacking+cups nesting+dolls activity+cube busy+board sensory+toy sensory+bin montessori learning+toy
    alphabet+puzzle number+puzzle floor+puzzle wooden+puzzle magnetic+letters magnetic+blocks magnetic+building
    foam+blocks interlocking+bricks brick+set bricks connectors gears+toy toy+tool+bench toy+cash+register toy+food
    toy+kitchen+set tea+set+kids toy+vacuum toy+phone toy+camera toy+microphone toy+drum toy+piano toy+guitar
    toy+xylophone hand+puppet finger+puppets puppets puppet+theater marionette ventriloquist baby+doll fashion+doll
    doll+clothes doll+stroller doll+furniture dollhouse+furniture rag+doll figurines+toy dinosaur+toy dinosaurs
    animal+figures farm+set+toy toy+soldiers army+men superhero robot+kit robot+kids programmable+robot
    transforming+robot rc+drone rc+boat rc+helicopter race+track toy+race slot+racing toy+cars matchbox hot+wheels
    garage+toy toy+airplane toy+boat toy+truck+dump dump+truck excavator+toy fire+truck+toy police+car+toy nerf+gun
    foam+darts toy+sword toy+bow water+toy bath+toy rubber+duck pool+toy pool+float+kids beach+toys sand+toys
    bucket+spade sprinkler+toy bubble+wand bubble+solution chalk+sidewalk jump+rope+kids pogo+stick hopper+ball
    skip+ball bouncy+ball bounce+house inflatable+castle playhouse climbing+dome slide+kids swing+kids seesaw
    sand+table water+table teepee tunnel+play ball+pool gym+set+play glow+dark+slime glow+slime putty+thinking
    kinetic+sand modeling+dough modelling+dough dough+set play+doh craft+kids paint+kids bead+maze jewelry+kids
    science+experiment chemistry+set volcano+kit crystal+growing microscope+kids telescope+kids magnet+set
    solar+system+kit dress+up princess+costume+kids pirate+set+kids doctor+set+kids vet+set play+makeup magic+kit+kids
    card+trick memory+game matching+game bingo+set trivia+card trivia+cards family+card+game card+games party+board
    charades drinking+game roll+dice dice+set dnd dungeon role+play+game miniature+wargame tabletop collectible+card
    booster+pack tarot+deck cribbage dominoes+set mancala parcheesi ludo snakes+ladders tic+tac connect+four
    tower+game stacking+game balancing+game mini+golf+toy bowling+set+kids ring+toss magnetic+darts+kids foosball
    air+hockey+kids arcade+toy fidget+spinner pop+it stress+ball gyro yo puzzle+ball puzzle+cube metal+puzzle
    crossword+game 3d+wooden+puzzle model+kit+plane model+kit+tank model+ship plastic+model model+train diorama+kit
    gundam plush+toy plush+animal stuffed+bear stuffed+rabbit unicorn+plush soft+toy pista+carros+lanzador pistas
    lanzador+carros carro+montable carros+juguete carro+bomberos volqueta+juguete tractor+juguete tractor+montable
    moto+montable triciclo+nino patineta+infantil tren+madera tren+electrico pista+tren avion+juguete
    helicoptero+control barco+juguete dinosaurio dinosaurios animales+granja animales+juguete figuras+animales
    soldados+juguete superheroe munecas+trapo muneca+trapo bebe+muneca muneca+bebe coche+munecas casa+muneca
    ropa+muneca accesorios+muneca titeres titere+dedo titeres+dedo robot+infantil robot+programable
    programable+infantil robotica+ninos kit+robotica apilable apilables torre+apilable aros+apilables encajable
    encajables didacticos didactica material+didactico abaco abaco+madera numeros+madera letras+magneticas
    fichas+magneticas bloques+magneticos armatodo armotodo fichas+bloques legos cubo+rubik cubo+rompecabezas
    rompecabezas+madera rompecabezas+piezas puzzle+piezas plastilinas plastilina+x plastilina+colores masa+moldear
    arena+magica arena+cinetica moldes+arena slime+kit juego+slime pinta+caritas+ninos pintura+dedos+ninos
    kit+manualidades+ninos kit+pulseras+ninas tablero+didactico tablero+magico pizarra+magica comidita
    alimentos+juguete caja+registradora+juguete carrito+mercado+juguete set+doctor set+belleza+ninas
    set+herramientas+ninos maleta+doctor disfraz+princesa disfraz+superheroe espada+juguete pistola+juguete
    lanzadardos pistola+burbujas burbujero pompas+jabon pelota+saltarina pelota+nino pelotas+plasticas balon+nino
    aro+nino ula+ula lazo+ninos cometas balero trompos yoyos perinola pirinola canica rana+juego tejo+ninos
    bolos+ninos boliche+juguete dardos+magneticos juegos+mesa juego+memoria loteria+animales loteria+tablas
    parques+madera escalera+serpientes domino+estuche ajedrez+magnetico damas+madera monopolio banco+juego naipe
    cartas+espanolas cartas+uno poker+set ruleta+casino dados+juego juego+rol miniaturas+juego
    figura+coleccionable+accion maqueta maqueta+armar modelo+armable balon+peluche peluche+cm perro+peluche
    unicornio+peluche mordelon casita+infantil casa+jardin+infantil rodadero+infantil columpio+infantil carpa+indigena
    piscina+bolas inflable+infantil castillo+inflable juguetes+bano patito+hule juguetes+playa balde+playa
    antiestres+juguete burbuja+pop`,
  'Vehicles & Parts': `
    car+tire tire tires tyre! tyres wheel+rim rim brake brake+pads spark+plug engine engine+oil motor+oil car+battery
    headlight taillight wiper windshield bumper car+cover seat+cover car+mat floor+mats steering+wheel air+filter
    oil+filter fuel+filter shock+absorber clutch+kit radiator alternator exhaust muffler motorcycle+helmet motorcycle!
    motorbike scooter car+wax car+polish car+charger+mount car+phone+holder dash+cam jumper+cables car+jack roof+rack
    trailer truck boat outboard rearview+mirror side+mirror timing+belt chain+motorcycle antifreeze coolant automotive
    auto! car+stereo hubcap license+plate carburetor llanta! llantas neumatico rin rines freno pastillas+freno bujia
    bujias motor aceite+motor bateria+carro bateria+auto faro farola limpiaparabrisas parabrisas parachoques
    forro+carro forro+asiento cubreasientos tapete+carro tapetes+carro volante filtro+aire filtro+aceite
    filtro+gasolina amortiguador kit+embrague embrague radiador alternador exosto silenciador casco+moto motocicleta
    moto! cera+carro cables+iniciar cables+corriente gato+hidraulico portaequipaje remolque camion lancha
    espejo+retrovisor retrovisor correa+distribucion cadena+moto anticongelante refrigerante+motor automotriz! carro!
    carburador manubrio+moto guardabarros liquido+frenos all+season+tyre winter+tyre tire+inflator wheel+cover
    alloy+wheels brake+disc brake+fluid brake+caliper engine+air cabin+filter cabin+air transmission+fluid gear+oil
    synthetic+oil fully+synthetic ignition+coil oxygen+sensor fan+belt headlight+bulbs fog+light tail+light
    led+headlight wiper+blades windscreen wing+mirror bumper+guard mud+flaps truck+bed tonneau tow+bar hitch
    bike+rack+car roof+box snow+chains sun+shade+car steering+cover seat+covers car+vacuum car+shampoo car+air
    tire+shine touch+up+paint obd obd2 car+alarm car+audio subwoofer+car motorcycle+gloves motorcycle+jacket
    motorcycle+chain motorcycle+tire moped full+face+helmet face+helmet handlebar+motorcycle kickstand boat+anchor
    marine+engine bilge caravan rv quad atv llanta+moto neumaticos rin+aleacion disco+freno freno+disco bomba+freno
    liquido+freno pastillas bandas+freno delanteras delantero trasero filtro+cabina aceite+transmision
    aceite+sintetico valvulina bobina sensor+oxigeno correa+alternador bombillo+led+carro exploradora exploradoras
    stop+carro plumillas limpiaparabrisas+pulgadas espejo+lateral defensa+carro loderas gancho+remolque
    portabicicletas cadenas+nieve parasol+carro forro+timon protector+volante silla+carro+forro shampoo+carro
    silicona+carro ambientador+carro alarma+carro radio+carro guantes+moto chaqueta+moto casco+integral casco+abatible
    maletero+moto parrilla+moto kit+arrastre bateria+moto lubricante+cadena manigueta kit+carretera extintor+vehiculo
    iridio car+dashboard dashboard dash+mount phone+mount+car mount+car car+mount rear+shock shock+absorbers strut
    strut+mount coil+spring control+arm ball+joint tie+rod+end wheel+bearing hub+assembly cv+axle drive+shaft
    drive+belt serpentine tensioner water+pump+car fuel+pump fuel+injector throttle+body carburettor turbocharger
    intercooler intake+manifold exhaust+pipe catalytic muffler+exhaust gasket+head head+gasket piston+rings crankshaft
    camshaft valve+cover oil+pan oil+pump timing+chain starter+motor alternator+belt ignition spark+plugs glow+plug
    distributor+cap car+fuse relay+car horn+car car+horn headlamp tail+lamp turn+signal daytime+running
    work+light+truck light+bar side+mirrors mirror+car wiper+motor window+regulator door+handle+car fender grille+car
    hood+car trunk+lid spoiler body+kit side+skirts bumper+front license+frame license+holder emblem+car car+sticker
    window+tint windscreen+shade sun+shade sunshade+car windshield+shade car+curtain seat+cushion+car
    steering+wheel+cover gear+knob pedal+covers floor+mat+car cargo+liner trunk+organizer car+organizer car+trash
    roof+rack+bars roof+bag cargo+carrier bike+carrier ski+rack+car towing+strap tow+rope hitch+ball trailer+light
    trailer+hitch jumper+leads jump+leads jump+starter battery+charger+car battery+terminal car+inverter tire+gauge
    tyre+pressure tire+repair puncture+repair tire+sealant air+compressor+car lug+nut wheel+lock wheel+spacer hub+caps
    rim+protector snow+chain motor+oil+synthetic diesel+oil engine+coolant washer+fluid windshield+washer
    brake+cleaner degreaser+engine fuel+additive injector+cleaner grease+automotive chain+lubricant lubricant+chain
    motorcycle+lubricant motorcycle+oil motorcycle+cover motorcycle+lock motorcycle+boots motorcycle+pants
    motorcycle+helmet+visor helmet+visor modular+helmet open+face+helmet motocross motocross+helmet motorcycle+exhaust
    motorcycle+mirror motorcycle+battery motorcycle+brake motorcycle+seat saddlebag+motorcycle handlebar+grips
    atv+winch utv golf+cart+battery car+polish+kit clay+bar+car microfiber+car car+wash car+wash+mitt tire+brush
    leather+cleaner+car car+freshener car+perfume car+scent car+camera backup+camera+car parking+sensor car+radio
    car+speaker car+amplifier gps+car+navigation car+lighter car+battery+tester obd+scanner diagnostic+tool+car
    car+lift car+ramp creeper+mechanic oil+filter+wrench boat+cover boat+seat fishing+boat outboard+motor
    propeller+boat marine+battery anchor+boat fender+boat life+raft caravan+cover rv+awning aircraft+part
    arrastre+moto amortiguadores amortiguador+trasero resorte+suspension espiral+suspension brazo+suspension
    tijera+suspension rotula terminal+direccion caja+direccion bomba+direccion rodamiento+rueda rodamiento balinera
    punta+eje semieje cardan correa+accesorios correa+dentada tensor+correa bomba+agua+carro bomba+gasolina inyector
    inyectores cuerpo+aceleracion turbo+carro multiple+escape tubo+escape catalizador empaque+culata empaque+motor
    anillos+piston piston ciguenal arbol+levas carter bomba+aceite cadena+distribucion motor+arranque arranque+carro
    distribuidor+carro bujia+moto fusibles+carro relevo+carro pito+carro corneta+carro faros farolas direccional
    luz+led+carro barra+led+carro bombillo+h4 bombillo+h7 bombillo+halogeno halogeno halogeno+h4 exploradoras+led
    espejos+carro motor+plumillas elevavidrios manija+carro guardabarro persiana+carro capo aleron kit+carroceria
    bomper bumper+carro portaplaca emblema+carro calcomania+carro polarizado pelicula+polarizada cortina+carro
    parasol+parabrisas cojin+carro forro+volante forros+asientos forros+carro asientos+auto forros+auto pomo+palanca
    pedales+carro alfombra+carro organizador+baul caneca+carro barras+techo portaesquis cofre+techo eslinga+remolque
    bola+remolque enganche+remolque luz+remolque cables+pasa cables+bateria iniciador+bateria cargador+bateria+carro
    inversor+carro medidor+presion+llantas kit+despinche sellante+llantas compresor+llantas compresor+carro
    pernos+rueda tuercas+rueda tapacubos copas+rin rin+lujo rines+lujo rin+pulgadas lujo+pulgadas aceite+20w50
    aceite+moto aceite+caja aceite+hidraulico+carro liquido+refrigerante liquido+limpiaparabrisas limpia+inyectores
    aditivo+gasolina grasa+automotriz lubricante+cadena+moto limpiador+cadena forro+moto candado+moto botas+moto
    pantalon+moto impermeable+moto visor+casco casco+moto+abatible casco+cross casco+certificado cascos+moto
    escape+moto espejo+moto espejos+moto frenos+moto pastillas+moto llanta+moto+trasera asiento+moto sillin+moto
    maleta+moto alforjas+moto manillar+moto punos+moto defensa+moto slider+moto farola+moto direccionales+moto
    cera+automotriz pulidor+carro shampoo+automotriz guante+lavado+carro brillo+llantas cuero+carro+limpiador
    aromatizante+carro camara+reversa sensor+reversa pasacintas parlante+carro planta+carro navegador+carro
    scanner+automotriz camioneta! camionetas filtro+aceite+camioneta buseta tractomula volqueta motor+fuera+borda
    helice+lancha bateria+marina ancla+bote car!`,
};
