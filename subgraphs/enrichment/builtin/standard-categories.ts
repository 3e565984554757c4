/** What is said of a product that fits nowhere. */
export const UNCATEGORIZED = 'Uncategorized';

/** For businesses whose own categories do not fit: the top level of the common product taxonomies. */
export const STANDARD_CATEGORIES = [
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
  UNCATEGORIZED,
] as const;
export type StandardCategory = (typeof STANDARD_CATEGORIES)[number];
