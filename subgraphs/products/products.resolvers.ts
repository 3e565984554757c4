import { scalarResolvers } from '../../platform/graphql/scalars';
import { money } from '../../platform/money/money';
import { archiveProduct } from './archive-product';
import { argumentGiven } from './argument-given';
import { catalogueItems } from './catalogue-items';
import { createCategory } from './create-category';
import { createProduct } from './create-product';
import { findProductBySku } from './find-product-by-sku';
import type { Resolvers } from './generated/resolver-types';
import { listCategories } from './list-categories';
import { listCategoryProducts } from './list-category-products';
import { listProducts } from './list-products';
import { updateProduct } from './update-product';

export const resolvers: Resolvers = {
  ...scalarResolvers,
  Query: {
    product: (_parent, { id }, { loaders }) => loaders.product.load(id),
    productBySku: (_parent, { sku }, context) => findProductBySku(context, sku),
    products: (_parent, args, context, info) =>
      listProducts(context, args, argumentGiven(info, 'sort') ? (args.sort ?? null) : null),
    categories: (_parent, _args, context) => listCategories(context),
    catalogueItems: (_parent, { ids }, context) => catalogueItems(context, ids),
  },
  Mutation: {
    createProduct: (_parent, { input }, context) => createProduct(context, input),
    updateProduct: (_parent, { input }, context) => updateProduct(context, input),
    archiveProduct: (_parent, { id }, context) => archiveProduct(context, id),
    createCategory: (_parent, args, context) => createCategory(context, args),
  },
  Product: {
    __resolveReference: ({ id }, { loaders }) => loaders.product.load(id),
    description: (product) => product.description ?? product.enrichedDescription,
    keywords: (product) => (product.keywords.length > 0 ? product.keywords : product.enrichedKeywords),
    category: (product, _args, { loaders }) => {
      const id = product.categoryId ?? product.enrichedCategoryId;
      return id === null ? null : loaders.category.load(id);
    },
    price: (product) => money(product.priceAmount, product.priceCurrency),
  },
  Category: {
    __resolveReference: ({ id }, { loaders }) => loaders.category.load(id),
    parent: ({ parentId }, _args, { loaders }) =>
      parentId === null ? null : loaders.category.load(parentId),
    products: (category, args, { loaders }) => listCategoryProducts(loaders.categoryPages, category, args),
  },
  ProductConnection: {
    totalCount: (page) => page.countAll(),
  },
};
