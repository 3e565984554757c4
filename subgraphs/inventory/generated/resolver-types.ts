import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { StockOfProduct, LocationOfStock } from '../read-stock';
import type { Movement } from '../list-movements';
import type { StockAlert as StockAlertEntity } from '../entities/stock-alert.entity';
import type { StockAlertPage } from '../list-stock-alerts';
import type { StockChange as LiveStockChange } from '../stock-changes';
import type { InventoryContext } from '../inventory.context';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  DateTime: { input: Date; output: Date | string; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type AcknowledgeStockAlertResult = StockAlert | StockAlertNotFound;

export type AdjustStockInput = {
  /** Signed change. */
  delta: Scalars['Int']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  productId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type AdjustStockResult = IdempotencyConflict | InsufficientStock | LocationNotFound | Product | ProductNotFound | ValidationError;

export type FieldError = {
  __typename?: 'FieldError';
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type IdempotencyConflict = UserError & {
  __typename?: 'IdempotencyConflict';
  idempotencyKey: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

export type InsufficientStock = UserError & {
  __typename?: 'InsufficientStock';
  available: Scalars['Int']['output'];
  message: Scalars['String']['output'];
  product?: Maybe<Product>;
  productId: Scalars['ID']['output'];
  requested: Scalars['Int']['output'];
};

export type Location = {
  __typename?: 'Location';
  id: Scalars['ID']['output'];
  isDefault: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
};

export type LocationNotFound = UserError & {
  __typename?: 'LocationNotFound';
  locationId: Scalars['ID']['output'];
  message: Scalars['String']['output'];
};

export type LocationStock = {
  __typename?: 'LocationStock';
  available: Scalars['Int']['output'];
  location: Location;
  onHand: Scalars['Int']['output'];
  reserved: Scalars['Int']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  acknowledgeStockAlert?: Maybe<AcknowledgeStockAlertResult>;
  adjustStock?: Maybe<AdjustStockResult>;
  /** For orders: reserved units leave. Idempotent; the answer tells the state that won. */
  confirmReservation: OrderStock;
  createLocation?: Maybe<Location>;
  /** For products: opens the stock of a new product at the default location. Idempotent by product. */
  openStock: Scalars['Boolean']['output'];
  /**
   * For orders: what the order reserved or took goes back. Idempotent; also for an order that inventory has not seen, so that a
   * late `takeStock` or `reserveStock` of it is refused. The answer tells the state that won.
   */
  releaseStock: OrderStock;
  /** For orders: units of all lines are reserved until `expiresAt`, or none. Idempotent by order; refused once the order was released. */
  reserveStock: OrderStockResult;
  setLowStockThreshold?: Maybe<SetLowStockThresholdResult>;
  /** For orders: units of all lines leave at once, or none. Idempotent by order; refused once the order was released. */
  takeStock: OrderStockResult;
  transferStock?: Maybe<TransferStockResult>;
};


export type MutationAcknowledgeStockAlertArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAdjustStockArgs = {
  input: AdjustStockInput;
};


export type MutationConfirmReservationArgs = {
  orderId: Scalars['ID']['input'];
};


export type MutationCreateLocationArgs = {
  name: Scalars['String']['input'];
};


export type MutationOpenStockArgs = {
  initialStock: Scalars['Int']['input'];
  lowStockThreshold?: InputMaybe<Scalars['Int']['input']>;
  name: Scalars['String']['input'];
  productId: Scalars['ID']['input'];
};


export type MutationReleaseStockArgs = {
  orderId: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationReserveStockArgs = {
  expiresInSeconds: Scalars['Int']['input'];
  lines: Array<OrderStockLineInput>;
  orderId: Scalars['ID']['input'];
};


export type MutationSetLowStockThresholdArgs = {
  productId: Scalars['ID']['input'];
  threshold: Scalars['Int']['input'];
};


export type MutationTakeStockArgs = {
  lines: Array<OrderStockLineInput>;
  orderId: Scalars['ID']['input'];
};


export type MutationTransferStockArgs = {
  input: TransferStockInput;
};

export type Order = {
  __typename?: 'Order';
  id: Scalars['ID']['output'];
};

/** What inventory holds for an order. */
export type OrderStock = {
  __typename?: 'OrderStock';
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  orderId: Scalars['ID']['output'];
  state: OrderStockState;
};

export type OrderStockLineInput = {
  productId: Scalars['ID']['input'];
  quantity: Scalars['Int']['input'];
};

export type OrderStockResult = InsufficientStock | OrderStock | ProductNotFound;

export type OrderStockState =
  | 'EXPIRED'
  | 'RELEASED'
  | 'RESERVED'
  | 'TAKEN';

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type Product = {
  __typename?: 'Product';
  /** What a shopper may know. */
  availability?: Maybe<StockLevel>;
  id: Scalars['ID']['output'];
  /** Exact figures, for staff. */
  stock?: Maybe<Stock>;
};

export type ProductNotFound = UserError & {
  __typename?: 'ProductNotFound';
  message: Scalars['String']['output'];
  productId: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  locations?: Maybe<Array<Location>>;
  /**
   * Products whose stock is LOW or OUT now, scarcest first; of one `level` alone if it is given. `after`: the id of the last product of
   * the page before.
   */
  lowStock?: Maybe<Array<Product>>;
  stockAlerts?: Maybe<StockAlertConnection>;
};


export type QueryLowStockArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  level?: InputMaybe<StockLevel>;
};


export type QueryStockAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  productId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<StockAlertStatus>;
};

export type SetLowStockThresholdResult = Product | ProductNotFound | ValidationError;

/** Stock of one product over all locations. `available = onHand - reserved`. */
export type Stock = {
  __typename?: 'Stock';
  available: Scalars['Int']['output'];
  level: StockLevel;
  locations: Array<LocationStock>;
  /** Alerts are raised when `available` falls below this. 10 unless set. */
  lowStockThreshold: Scalars['Int']['output'];
  /** Newest first. */
  movements: StockMovementConnection;
  onHand: Scalars['Int']['output'];
  reserved: Scalars['Int']['output'];
};


/** Stock of one product over all locations. `available = onHand - reserved`. */
export type StockMovementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Raised once when stock of a product crosses downwards into LOW or OUT; resolved when it is back at OK. */
export type StockAlert = {
  __typename?: 'StockAlert';
  acknowledgedBy?: Maybe<User>;
  available: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** Position in the business's alert feed: pass it as `after` to resume a subscription without a gap. */
  cursor: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  level: StockLevel;
  lowStockThreshold: Scalars['Int']['output'];
  message: Scalars['String']['output'];
  product?: Maybe<Product>;
  productId: Scalars['ID']['output'];
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  status: StockAlertStatus;
};

export type StockAlertConnection = {
  __typename?: 'StockAlertConnection';
  edges: Array<StockAlertEdge>;
  nodes: Array<StockAlert>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type StockAlertEdge = {
  __typename?: 'StockAlertEdge';
  cursor: Scalars['String']['output'];
  node: StockAlert;
};

export type StockAlertNotFound = UserError & {
  __typename?: 'StockAlertNotFound';
  alertId: Scalars['ID']['output'];
  message: Scalars['String']['output'];
};

export type StockAlertStatus =
  | 'ACKNOWLEDGED'
  | 'OPEN'
  | 'RESOLVED';

export type StockChange = {
  __typename?: 'StockChange';
  at: Scalars['DateTime']['output'];
  available: Scalars['Int']['output'];
  level: StockLevel;
  onHand: Scalars['Int']['output'];
  product?: Maybe<Product>;
  productId: Scalars['ID']['output'];
  reserved: Scalars['Int']['output'];
};

export type StockLevel =
  | 'LOW'
  | 'OK'
  | 'OUT';

/** One line of the append-only ledger. The sum of `quantity` of a product's movements is its `onHand`. */
export type StockMovement = {
  __typename?: 'StockMovement';
  actor?: Maybe<User>;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  kind: StockMovementKind;
  location: Location;
  onHandAfter: Scalars['Int']['output'];
  /** The order that caused it. */
  order?: Maybe<Order>;
  product?: Maybe<Product>;
  /** Signed: negative when units leave. */
  quantity: Scalars['Int']['output'];
  reason?: Maybe<Scalars['String']['output']>;
};

export type StockMovementConnection = {
  __typename?: 'StockMovementConnection';
  edges: Array<StockMovementEdge>;
  nodes: Array<StockMovement>;
  pageInfo: PageInfo;
};

export type StockMovementEdge = {
  __typename?: 'StockMovementEdge';
  cursor: Scalars['String']['output'];
  node: StockMovement;
};

export type StockMovementKind =
  | 'ADJUSTMENT'
  | 'CANCELLATION'
  | 'INITIAL'
  | 'PURCHASE'
  | 'RECEIPT'
  | 'RETURN'
  | 'SALE'
  | 'TRANSFER_IN'
  | 'TRANSFER_OUT';

export type Subscription = {
  __typename?: 'Subscription';
  /** Live alerts of the business. With `after`, first replays what was raised since that cursor, then goes live: no gap, no repeat. */
  stockAlert: StockAlert;
  /** Every change of these products' stock (of all products when absent). */
  stockChanged: StockChange;
};


export type SubscriptionStockAlertArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  levels?: InputMaybe<Array<StockLevel>>;
  productIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type SubscriptionStockChangedArgs = {
  productIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type TransferStockInput = {
  fromLocationId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  productId: Scalars['ID']['input'];
  quantity: Scalars['Int']['input'];
  toLocationId: Scalars['ID']['input'];
};

export type TransferStockResult = IdempotencyConflict | InsufficientStock | LocationNotFound | Product | ProductNotFound | ValidationError;

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
};

export type UserError = {
  message: Scalars['String']['output'];
};

export type ValidationError = UserError & {
  __typename?: 'ValidationError';
  fields: Array<FieldError>;
  message: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Location: Location;
  Product: Product;
  StockAlert: StockAlert;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Location:
    ( { __typename: 'Location' }
    & GraphQLRecursivePick<FederationTypes['Location'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  StockAlert:
    ( { __typename: 'StockAlert' }
    & GraphQLRecursivePick<FederationTypes['StockAlert'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AcknowledgeStockAlertResult:
    | ( StockAlertEntity )
    | ( StockAlertNotFound )
  ;
  AdjustStockResult:
    | ( IdempotencyConflict )
    | ( Omit<InsufficientStock, 'product'> & { product?: Maybe<_RefType['Product']> } )
    | ( LocationNotFound )
    | ( Omit<Product, 'stock'> & { stock?: Maybe<_RefType['Stock']> } )
    | ( ProductNotFound )
    | ( ValidationError )
  ;
  OrderStockResult:
    | ( Omit<InsufficientStock, 'product'> & { product?: Maybe<_RefType['Product']> } )
    | ( OrderStock )
    | ( ProductNotFound )
  ;
  SetLowStockThresholdResult:
    | ( Omit<Product, 'stock'> & { stock?: Maybe<_RefType['Stock']> } )
    | ( ProductNotFound )
    | ( ValidationError )
  ;
  TransferStockResult:
    | ( IdempotencyConflict )
    | ( Omit<InsufficientStock, 'product'> & { product?: Maybe<_RefType['Product']> } )
    | ( LocationNotFound )
    | ( Omit<Product, 'stock'> & { stock?: Maybe<_RefType['Stock']> } )
    | ( ProductNotFound )
    | ( ValidationError )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( IdempotencyConflict )
    | ( Omit<InsufficientStock, 'product'> & { product?: Maybe<_RefType['Product']> } )
    | ( LocationNotFound )
    | ( ProductNotFound )
    | ( StockAlertNotFound )
    | ( ValidationError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcknowledgeStockAlertResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcknowledgeStockAlertResult']>;
  AdjustStockInput: AdjustStockInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AdjustStockResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AdjustStockResult']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  FieldError: ResolverTypeWrapper<FieldError>;
  IdempotencyConflict: ResolverTypeWrapper<IdempotencyConflict>;
  InsufficientStock: ResolverTypeWrapper<Omit<InsufficientStock, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  Location: ResolverTypeWrapper<LocationOfStock>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  LocationNotFound: ResolverTypeWrapper<LocationNotFound>;
  LocationStock: ResolverTypeWrapper<Omit<LocationStock, 'location'> & { location: ResolversTypes['Location'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<Order>;
  OrderStock: ResolverTypeWrapper<OrderStock>;
  OrderStockLineInput: OrderStockLineInput;
  OrderStockResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OrderStockResult']>;
  OrderStockState: OrderStockState;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Product: ResolverTypeWrapper<Omit<Product, 'stock'> & { stock?: Maybe<ResolversTypes['Stock']> }>;
  ProductNotFound: ResolverTypeWrapper<ProductNotFound>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SetLowStockThresholdResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetLowStockThresholdResult']>;
  Stock: ResolverTypeWrapper<StockOfProduct>;
  StockAlert: ResolverTypeWrapper<StockAlertEntity>;
  StockAlertConnection: ResolverTypeWrapper<StockAlertPage>;
  StockAlertEdge: ResolverTypeWrapper<Omit<StockAlertEdge, 'node'> & { node: ResolversTypes['StockAlert'] }>;
  StockAlertNotFound: ResolverTypeWrapper<StockAlertNotFound>;
  StockAlertStatus: StockAlertStatus;
  StockChange: ResolverTypeWrapper<LiveStockChange>;
  StockLevel: StockLevel;
  StockMovement: ResolverTypeWrapper<Movement>;
  StockMovementConnection: ResolverTypeWrapper<Omit<StockMovementConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['StockMovementEdge']>, nodes: Array<ResolversTypes['StockMovement']> }>;
  StockMovementEdge: ResolverTypeWrapper<Omit<StockMovementEdge, 'node'> & { node: ResolversTypes['StockMovement'] }>;
  StockMovementKind: StockMovementKind;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TransferStockInput: TransferStockInput;
  TransferStockResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TransferStockResult']>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  ValidationError: ResolverTypeWrapper<ValidationError>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcknowledgeStockAlertResult: ResolversUnionTypes<ResolversParentTypes>['AcknowledgeStockAlertResult'];
  AdjustStockInput: AdjustStockInput;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AdjustStockResult: ResolversUnionTypes<ResolversParentTypes>['AdjustStockResult'];
  DateTime: Scalars['DateTime']['output'];
  FieldError: FieldError;
  IdempotencyConflict: IdempotencyConflict;
  InsufficientStock: Omit<InsufficientStock, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  Location: LocationOfStock;
  Boolean: Scalars['Boolean']['output'];
  LocationNotFound: LocationNotFound;
  LocationStock: Omit<LocationStock, 'location'> & { location: ResolversParentTypes['Location'] };
  Mutation: Record<PropertyKey, never>;
  Order: Order;
  OrderStock: OrderStock;
  OrderStockLineInput: OrderStockLineInput;
  OrderStockResult: ResolversUnionTypes<ResolversParentTypes>['OrderStockResult'];
  PageInfo: PageInfo;
  Product: Omit<Product, 'stock'> & { stock?: Maybe<ResolversParentTypes['Stock']> } | FederationReferenceTypes['Product'];
  ProductNotFound: ProductNotFound;
  Query: Record<PropertyKey, never>;
  SetLowStockThresholdResult: ResolversUnionTypes<ResolversParentTypes>['SetLowStockThresholdResult'];
  Stock: StockOfProduct;
  StockAlert: StockAlertEntity;
  StockAlertConnection: StockAlertPage;
  StockAlertEdge: Omit<StockAlertEdge, 'node'> & { node: ResolversParentTypes['StockAlert'] };
  StockAlertNotFound: StockAlertNotFound;
  StockChange: LiveStockChange;
  StockMovement: Movement;
  StockMovementConnection: Omit<StockMovementConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['StockMovementEdge']>, nodes: Array<ResolversParentTypes['StockMovement']> };
  StockMovementEdge: Omit<StockMovementEdge, 'node'> & { node: ResolversParentTypes['StockMovement'] };
  Subscription: Record<PropertyKey, never>;
  TransferStockInput: TransferStockInput;
  TransferStockResult: ResolversUnionTypes<ResolversParentTypes>['TransferStockResult'];
  User: User;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  ValidationError: ValidationError;
};

export type AcknowledgeStockAlertResultResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['AcknowledgeStockAlertResult'] = ResolversParentTypes['AcknowledgeStockAlertResult']> = {
  __resolveType: TypeResolveFn<'StockAlert' | 'StockAlertNotFound', ParentType, ContextType>;
};

export type AdjustStockResultResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['AdjustStockResult'] = ResolversParentTypes['AdjustStockResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InsufficientStock' | 'LocationNotFound' | 'Product' | 'ProductNotFound' | 'ValidationError', ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FieldErrorResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['FieldError'] = ResolversParentTypes['FieldError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IdempotencyConflictResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['IdempotencyConflict'] = ResolversParentTypes['IdempotencyConflict']> = {
  idempotencyKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InsufficientStockResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['InsufficientStock'] = ResolversParentTypes['InsufficientStock']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocationResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location'], FederationReferenceType extends FederationReferenceTypes['Location'] = FederationReferenceTypes['Location']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Location']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LocationNotFoundResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['LocationNotFound'] = ResolversParentTypes['LocationNotFound']> = {
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocationStockResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['LocationStock'] = ResolversParentTypes['LocationStock']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledgeStockAlert?: Resolver<Maybe<ResolversTypes['AcknowledgeStockAlertResult']>, ParentType, ContextType, RequireFields<MutationAcknowledgeStockAlertArgs, 'id'>>;
  adjustStock?: Resolver<Maybe<ResolversTypes['AdjustStockResult']>, ParentType, ContextType, RequireFields<MutationAdjustStockArgs, 'input'>>;
  confirmReservation?: Resolver<ResolversTypes['OrderStock'], ParentType, ContextType, RequireFields<MutationConfirmReservationArgs, 'orderId'>>;
  createLocation?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType, RequireFields<MutationCreateLocationArgs, 'name'>>;
  openStock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationOpenStockArgs, 'initialStock' | 'name' | 'productId'>>;
  releaseStock?: Resolver<ResolversTypes['OrderStock'], ParentType, ContextType, RequireFields<MutationReleaseStockArgs, 'orderId'>>;
  reserveStock?: Resolver<ResolversTypes['OrderStockResult'], ParentType, ContextType, RequireFields<MutationReserveStockArgs, 'expiresInSeconds' | 'lines' | 'orderId'>>;
  setLowStockThreshold?: Resolver<Maybe<ResolversTypes['SetLowStockThresholdResult']>, ParentType, ContextType, RequireFields<MutationSetLowStockThresholdArgs, 'productId' | 'threshold'>>;
  takeStock?: Resolver<ResolversTypes['OrderStockResult'], ParentType, ContextType, RequireFields<MutationTakeStockArgs, 'lines' | 'orderId'>>;
  transferStock?: Resolver<Maybe<ResolversTypes['TransferStockResult']>, ParentType, ContextType, RequireFields<MutationTransferStockArgs, 'input'>>;
};

export type OrderResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrderStockResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['OrderStock'] = ResolversParentTypes['OrderStock']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OrderStockState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderStockResultResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['OrderStockResult'] = ResolversParentTypes['OrderStockResult']> = {
  __resolveType: TypeResolveFn<'InsufficientStock' | 'OrderStock' | 'ProductNotFound', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availability?: Resolver<Maybe<ResolversTypes['StockLevel']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stock?: Resolver<Maybe<ResolversTypes['Stock']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductNotFoundResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ProductNotFound'] = ResolversParentTypes['ProductNotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  locations?: Resolver<Maybe<Array<ResolversTypes['Location']>>, ParentType, ContextType>;
  lowStock?: Resolver<Maybe<Array<ResolversTypes['Product']>>, ParentType, ContextType, RequireFields<QueryLowStockArgs, 'first'>>;
  stockAlerts?: Resolver<Maybe<ResolversTypes['StockAlertConnection']>, ParentType, ContextType, RequireFields<QueryStockAlertsArgs, 'first'>>;
};

export type SetLowStockThresholdResultResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['SetLowStockThresholdResult'] = ResolversParentTypes['SetLowStockThresholdResult']> = {
  __resolveType: TypeResolveFn<'Product' | 'ProductNotFound' | 'ValidationError', ParentType, ContextType>;
};

export type StockResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Stock'] = ResolversParentTypes['Stock']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['StockLevel'], ParentType, ContextType>;
  locations?: Resolver<Array<ResolversTypes['LocationStock']>, ParentType, ContextType>;
  lowStockThreshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  movements?: Resolver<ResolversTypes['StockMovementConnection'], ParentType, ContextType, RequireFields<StockMovementsArgs, 'first'>>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StockAlertResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockAlert'] = ResolversParentTypes['StockAlert'], FederationReferenceType extends FederationReferenceTypes['StockAlert'] = FederationReferenceTypes['StockAlert']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StockAlert']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['StockLevel'], ParentType, ContextType>;
  lowStockThreshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StockAlertStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StockAlertConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockAlertConnection'] = ResolversParentTypes['StockAlertConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockAlertEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StockAlert']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StockAlertEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockAlertEdge'] = ResolversParentTypes['StockAlertEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockAlert'], ParentType, ContextType>;
};

export type StockAlertNotFoundResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockAlertNotFound'] = ResolversParentTypes['StockAlertNotFound']> = {
  alertId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StockChangeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockChange'] = ResolversParentTypes['StockChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['StockLevel'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StockMovementResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockMovement'] = ResolversParentTypes['StockMovement']> = {
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StockMovementKind'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  onHandAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StockMovementConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockMovementConnection'] = ResolversParentTypes['StockMovementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockMovementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockMovementEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockMovementEdge'] = ResolversParentTypes['StockMovementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockMovement'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  stockAlert?: SubscriptionResolver<ResolversTypes['StockAlert'], "stockAlert", ParentType, ContextType, Partial<SubscriptionStockAlertArgs>>;
  stockChanged?: SubscriptionResolver<ResolversTypes['StockChange'], "stockChanged", ParentType, ContextType, Partial<SubscriptionStockChangedArgs>>;
};

export type TransferStockResultResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['TransferStockResult'] = ResolversParentTypes['TransferStockResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InsufficientStock' | 'LocationNotFound' | 'Product' | 'ProductNotFound' | 'ValidationError', ParentType, ContextType>;
};

export type UserResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'InsufficientStock' | 'LocationNotFound' | 'ProductNotFound' | 'StockAlertNotFound' | 'ValidationError', ParentType, ContextType>;
};

export type ValidationErrorResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ValidationError'] = ResolversParentTypes['ValidationError']> = {
  fields?: Resolver<Array<ResolversTypes['FieldError']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = InventoryContext> = {
  AcknowledgeStockAlertResult?: AcknowledgeStockAlertResultResolvers<ContextType>;
  AdjustStockResult?: AdjustStockResultResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  FieldError?: FieldErrorResolvers<ContextType>;
  IdempotencyConflict?: IdempotencyConflictResolvers<ContextType>;
  InsufficientStock?: InsufficientStockResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  LocationNotFound?: LocationNotFoundResolvers<ContextType>;
  LocationStock?: LocationStockResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderStock?: OrderStockResolvers<ContextType>;
  OrderStockResult?: OrderStockResultResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductNotFound?: ProductNotFoundResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SetLowStockThresholdResult?: SetLowStockThresholdResultResolvers<ContextType>;
  Stock?: StockResolvers<ContextType>;
  StockAlert?: StockAlertResolvers<ContextType>;
  StockAlertConnection?: StockAlertConnectionResolvers<ContextType>;
  StockAlertEdge?: StockAlertEdgeResolvers<ContextType>;
  StockAlertNotFound?: StockAlertNotFoundResolvers<ContextType>;
  StockChange?: StockChangeResolvers<ContextType>;
  StockMovement?: StockMovementResolvers<ContextType>;
  StockMovementConnection?: StockMovementConnectionResolvers<ContextType>;
  StockMovementEdge?: StockMovementEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TransferStockResult?: TransferStockResultResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ValidationError?: ValidationErrorResolvers<ContextType>;
};

