import type { ValidationError } from '../../platform/validation/validate';
import { validationError } from '../../platform/validation/validate';
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

export interface IdempotencyConflict {
  readonly __typename: 'IdempotencyConflict';
  readonly message: string;
  readonly idempotencyKey: string;
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

export function idempotencyConflict(idempotencyKey: string): IdempotencyConflict {
  const message = 'This idempotency key was used before with another input.';
  return { __typename: 'IdempotencyConflict', message, idempotencyKey };
}

export function categoryNotFound(): ValidationError {
  return validationError([{ path: ['input', 'categoryId'], message: 'There is no such category.' }]);
}
