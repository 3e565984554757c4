export interface DemoProduct {
  readonly sku: string;
  readonly name: string;
  readonly price: string;
  readonly stock: number;
  readonly keywords: readonly string[];
  readonly category: string;
}

export const DEMO_CURRENCY = 'USD';
export const DEMO_CATEGORIES = [
  'Coffee & Tea',
  'Pantry',
  'Kitchen',
  'Tools',
  'Garden',
  'Stationery',
] as const;

const product = (
  sku: string,
  name: string,
  price: string,
  stock: number,
  category: string,
  keywords: string,
): DemoProduct => ({
  sku,
  name,
  price,
  stock,
  category,
  keywords: keywords.split(' '),
});

/** What the demo business sells. Some of it begins below the threshold of 10, so that there are alerts to look at. */
export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  product(
    'COF-HUILA-500',
    'Huila single-origin coffee beans, 500 g',
    '14.90',
    64,
    'Coffee & Tea',
    'coffee beans arabica medium-roast',
  ),
  product('COF-DECAF-250', 'Decaf ground coffee, 250 g', '8.50', 9, 'Coffee & Tea', 'coffee ground decaf'),
  product('TEA-MATE-100', 'Yerba mate, 100 g', '4.20', 38, 'Coffee & Tea', 'mate herbal tea'),
  product('TEA-GREEN-20', 'Green tea, 20 bags', '3.75', 52, 'Coffee & Tea', 'tea green bags'),
  product('PAN-HONEY-350', 'Wildflower honey, 350 g', '9.80', 27, 'Pantry', 'honey raw glass-jar'),
  product('PAN-OLIVE-750', 'Extra virgin olive oil, 750 ml', '12.40', 4, 'Pantry', 'olive-oil extra-virgin'),
  product('PAN-CHOC-70', 'Dark chocolate bar, 70 % cocoa', '3.10', 140, 'Pantry', 'chocolate cocoa dark'),
  product('PAN-RICE-5K', 'Long-grain rice, 5 kg', '11.25', 33, 'Pantry', 'rice long-grain'),
  product('KIT-PRESS-1L', 'French press, 1 litre', '29.90', 12, 'Kitchen', 'coffee-maker glass steel'),
  product('KIT-MUG-STONE', 'Stoneware mug, 350 ml', '7.90', 85, 'Kitchen', 'mug ceramic dishwasher-safe'),
  product('KIT-KNIFE-20', 'Chef’s knife, 20 cm', '39.00', 6, 'Kitchen', 'knife stainless-steel'),
  product('KIT-BOARD-OAK', 'Oak cutting board', '24.50', 18, 'Kitchen', 'cutting-board wood oak'),
  product('KIT-TOWEL-3', 'Linen kitchen towels, set of 3', '16.00', 21, 'Kitchen', 'towel linen set'),
  product('TOO-HAMMER-16', 'Claw hammer, 16 oz', '18.75', 30, 'Tools', 'hammer steel fibreglass-handle'),
  product(
    'TOO-SCREW-PH2',
    'Phillips screwdriver, PH2',
    '6.40',
    47,
    'Tools',
    'screwdriver screws phillips steel',
  ),
  product('TOO-TAPE-5M', 'Tape measure, 5 m', '8.95', 0, 'Tools', 'tape-measure metric'),
  product('TOO-DRILL-18V', 'Cordless drill, 18 V', '89.00', 8, 'Tools', 'drill cordless battery'),
  product('GAR-GLOVE-M', 'Garden gloves, size M', '5.60', 44, 'Garden', 'gloves garden cotton'),
  product('GAR-HOSE-15', 'Garden hose, 15 m', '22.30', 15, 'Garden', 'hose watering'),
  product('GAR-BASIL-SEED', 'Basil seeds', '1.95', 210, 'Garden', 'seeds basil herb'),
  product('STA-NOTE-A5', 'Dotted notebook, A5', '8.20', 73, 'Stationery', 'notebook dotted paper'),
  product('STA-PEN-GEL-4', 'Gel pens, pack of 4', '4.95', 58, 'Stationery', 'pen gel pack'),
  product('STA-TAPE-50', 'Packing tape, 50 m', '2.85', 11, 'Stationery', 'tape packing'),
  product('STA-SCISSORS', 'Office scissors, 21 cm', '5.30', 24, 'Stationery', 'scissors steel'),
];

/** Sales that the demo business has made: SKU and units of each line. */
export const DEMO_SALES: readonly {
  readonly customerName: string;
  readonly lines: readonly (readonly [string, number])[];
}[] = [
  {
    customerName: 'Counter',
    lines: [
      ['COF-HUILA-500', 2],
      ['KIT-MUG-STONE', 4],
    ],
  },
  { customerName: 'Counter', lines: [['PAN-CHOC-70', 12]] },
  {
    customerName: 'Counter',
    lines: [
      ['TOO-HAMMER-16', 1],
      ['TOO-SCREW-PH2', 2],
      ['GAR-GLOVE-M', 1],
    ],
  },
  { customerName: 'Counter', lines: [['STA-TAPE-50', 3]] },
];
