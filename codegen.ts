import type { CodegenConfig } from '@graphql-codegen/cli';

/** What a subgraph's resolvers pass between them, by GraphQL type, where it is not the type itself. */
type Mappers = Record<string, string>;

const scalars = {
  ID: 'string',
  DateTime: { input: 'Date', output: 'Date | string' },
  Decimal: 'string',
  CurrencyCode: 'string',
};

function resolverTypes(name: string, contextType: string, mappers: Mappers): CodegenConfig['generates'] {
  return {
    [`subgraphs/${name}/generated/resolver-types.ts`]: {
      schema: `schema/${name}.graphql`,
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        contextType: `../${name}.context#${contextType}`,
        mappers,
        scalars,
        enumsAsTypes: true,
        useTypeImports: true,
        defaultScalarType: 'unknown',
        maybeValue: 'T | null | undefined',
      },
    },
  };
}

const config: CodegenConfig = {
  generates: {
    ...resolverTypes('products', 'ProductsContext', {
      Product: '../entities/product.entity#Product as ProductEntity',
      Category: '../entities/category.entity#Category as CategoryEntity',
      ProductConnection: '../list-products#ProductPage',
    }),
    ...resolverTypes('inventory', 'InventoryContext', {
      Stock: '../read-stock#StockOfProduct',
      StockMovement: '../list-movements#Movement',
      Location: '../read-stock#LocationOfStock',
      StockAlert: '../entities/stock-alert.entity#StockAlert as StockAlertEntity',
      StockAlertConnection: '../list-stock-alerts#StockAlertPage',
      StockChange: '../stock-changes#StockChange as LiveStockChange',
    }),
    ...resolverTypes('orders', 'OrdersContext', {
      Order: '../order#Order as PlacedOrder',
      OrderLine: '../order#OrderLine as PricedLine',
      OrderConnection: '../list-orders#OrderPage',
      InsufficientStock: '../peers/order-stock#InsufficientStock as StockShortage',
    }),
    ...resolverTypes('auth', 'AuthContext', {
      AuditEntry: '../audit/audit-log#AuditEntry as AuditEntryRow',
      PersonalData: '../export-personal-data#PersonalData as ExportedPerson',
      Tenant: '../entities/tenant.entity#Tenant as TenantEntity',
      User: '../entities/user.entity#User as UserEntity',
      ApiKey: '../entities/api-key.entity#ApiKey as ApiKeyEntity',
    }),
    ...resolverTypes('enrichment', 'EnrichmentContext', {
      Enrichment: '../enrichment-view#EnrichmentView',
      EnrichmentCall: '../entities/model-call.entity#ModelCallEntity',
      EnrichmentWebhookDelivery: '../entities/webhook-delivery.entity#WebhookDelivery',
      EnrichmentSettings: '../entities/business-settings.entity#BusinessSettings',
    }),
    // Typed documents for whoever speaks to the public API: the dashboard, the examples, the tests.
    'schema/operations/generated/': {
      schema: 'schema/api.graphql',
      documents: 'schema/operations/*.graphql',
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: true },
      config: {
        scalars: { ID: 'string', DateTime: 'string', Decimal: 'string', CurrencyCode: 'string' },
        strictScalars: true,
        enumsAsTypes: true,
        useTypeImports: true,
      },
    },
  },
};

export default config;
