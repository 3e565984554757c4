/** The shelf that enrichment names when it finds none that fits. */
export const UNCATEGORIZED = 'Uncategorized';

/**
 * Names under which enrichment may add a category to a business's own; any other that a model comes up with is not made one.
 * The top level of a widely used product taxonomy.
 */
export const STANDARD_CATEGORIES: readonly string[] = [
  'Animals & Pet Supplies',
  'Apparel & Accessories',
  'Arts & Entertainment',
  'Baby & Toddler',
  'Business & Industrial',
  'Cameras & Optics',
  'Electronics',
  'Food, Beverages & Tobacco',
  'Furniture',
  'Hardware',
  'Health & Beauty',
  'Home & Garden',
  'Luggage & Bags',
  'Media',
  'Office Supplies',
  'Software',
  'Sporting Goods',
  'Toys & Games',
  'Vehicles & Parts',
];
