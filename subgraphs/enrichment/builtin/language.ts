import { wordsOf } from './tokens';

export type Language = 'en' | 'es';

const SPANISH = new Set(
  `de la el los las para con sin por una uno un del al en es son que y su sus mas muy hombre hombres mujer mujeres
   nino ninos nina ninas bebe perro gato casa cocina bano mesa silla cama ropa camisa camiseta pantalon zapato zapatos
   bolso mochila reloj juego juguete libro cuaderno lapiz aceite arroz leche pan queso agua jabon crema llanta carro coche
   moto bicicleta pelota balon taza plato vaso olla sarten cuchillo toalla almohada sabana cortina lampara espejo negro
   negra blanco blanca rojo roja azul verde amarillo rosado gris madera cuero acero algodon plata oro grande pequeno
   pequena nuevo nueva hecho hecha mano juego paquete caja botella unidades`
    .trim()
    .split(/\s+/),
);
const ENGLISH = new Set(
  `the of and for with without in on to is are by from this that your our its an at as or it more very men man women woman
   boys boy girls girl kids baby dog cat house kitchen bathroom table chair bed clothes shirt trousers shoe shoes bag watch
   game toy book notebook pencil oil rice milk bread cheese water soap cream tyre tire car motorcycle bike ball mug cup plate
   glass pot knife towel pillow sheet curtain lamp mirror black white red blue green yellow pink grey gray wood leather steel
   cotton silver gold large small new made hand set pack box bottle ring light case`
    .trim()
    .split(/\s+/),
);
/** Letters and marks that only one of the two writes. */
const SPANISH_LETTERS = /[ñáéíóú¿¡]/giu;

/**
 * English or Spanish, by their commonest words; null when a text shows neither clearly, as a brand name or another language does.
 */
export function languageOf(text: string): Language | null {
  const words = wordsOf(text);
  const spanish =
    words.filter((word) => SPANISH.has(word)).length + (text.match(SPANISH_LETTERS)?.length ?? 0);
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (spanish === english) return null;
  return spanish > english ? 'es' : 'en';
}
