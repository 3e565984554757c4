import { validationError, type ValidationError } from '../../platform/validation/validate';
import type { Product } from './entities/product.entity';

export interface ProductNotFound {
  readonly __typename: 'ProductNotFound';
  readonly message: string;
  readonly productId: string;
}

export interface SkuTaken {
  readonly __typename: 'SkuTaken';
  readonly message: string;
  readonly sku: string;
  readonly product: Product;
}

export function productNotFound(productId: string): ProductNotFound {
  return { __typename: 'ProductNotFound', message: 'There is no such product.', productId };
}

export function skuTaken(product: Product): SkuTaken {
  return {
    __typename: 'SkuTaken',
    message: `Another product has the SKU "${product.sku}".`,
    sku: product.sku,
    product,
  };
}

export function categoryNotFound(): ValidationError {
  return validationError([{ path: ['input', 'categoryId'], message: 'There is no such category.' }]);
}
