import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EnrichmentView } from '../enrichment-view';
import type { ModelCallEntity } from '../entities/model-call.entity';
import type { WebhookDelivery } from '../entities/webhook-delivery.entity';
import type { BusinessSettings } from '../entities/business-settings.entity';
import type { EnrichmentContext } from '../enrichment.context';
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
  Decimal: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type EnrichProductResult = Enrichment | EnrichmentUnavailable | ProductNotFound;

export type Enrichment = {
  __typename?: 'Enrichment';
  attempts: Scalars['Int']['output'];
  category?: Maybe<Scalars['String']['output']>;
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  completionTokens?: Maybe<Scalars['Int']['output']>;
  /** 0 to 1. */
  confidence?: Maybe<Scalars['Float']['output']>;
  description?: Maybe<Scalars['String']['output']>;
  durationMs?: Maybe<Scalars['Int']['output']>;
  error?: Maybe<Scalars['String']['output']>;
  fromCache: Scalars['Boolean']['output'];
  keywords: Array<Scalars['String']['output']>;
  model?: Maybe<Scalars['String']['output']>;
  product?: Maybe<Product>;
  productId: Scalars['ID']['output'];
  promptTokens?: Maybe<Scalars['Int']['output']>;
  /** Who wrote it: openai, local or builtin. */
  provider?: Maybe<Scalars['String']['output']>;
  requestedAt: Scalars['DateTime']['output'];
  status: EnrichmentStatus;
};

/** One call of a writer: what was asked of whom, why, and what it took. */
export type EnrichmentCall = {
  __typename?: 'EnrichmentCall';
  at: Scalars['DateTime']['output'];
  completionTokens: Scalars['Int']['output'];
  costUsd: Scalars['Decimal']['output'];
  durationMs: Scalars['Int']['output'];
  error?: Maybe<Scalars['String']['output']>;
  fromCache: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  model: Scalars['String']['output'];
  outcome: EnrichmentCallOutcome;
  product?: Maybe<Product>;
  productId: Scalars['ID']['output'];
  promptTokens: Scalars['Int']['output'];
  promptVersion: Scalars['String']['output'];
  /** openai, local or builtin. */
  provider: Scalars['String']['output'];
  /** Why this provider, of all that are configured. */
  route: Scalars['String']['output'];
};

export type EnrichmentCallConnection = {
  __typename?: 'EnrichmentCallConnection';
  edges: Array<EnrichmentCallEdge>;
  nodes: Array<EnrichmentCall>;
  pageInfo: PageInfo;
};

export type EnrichmentCallEdge = {
  __typename?: 'EnrichmentCallEdge';
  cursor: Scalars['String']['output'];
  node: EnrichmentCall;
};

/** SUCCEEDED, INVALID (an answer that broke the rules), REFUSED (by the model), FAILED (no answer). */
export type EnrichmentCallOutcome =
  | 'FAILED'
  | 'INVALID'
  | 'REFUSED'
  | 'SUCCEEDED';

export type EnrichmentLanguage =
  | 'EN'
  | 'ES';

/** What the business has decided about its enrichments. */
export type EnrichmentSettings = {
  __typename?: 'EnrichmentSettings';
  /** True: no product is sent to a cloud; a model in the house or the built-in writer writes. */
  confidential: Scalars['Boolean']['output'];
  /** For models, in a day (UTC). Null: what the operator allows. */
  dailyTokens?: Maybe<Scalars['Int']['output']>;
  /** US dollars for models, in a day (UTC). Null: what the operator allows. */
  dailyUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Of all texts. Null: that of each product's own words. */
  language?: Maybe<EnrichmentLanguage>;
};

/** Only what is given is changed; null takes a decision back. */
export type EnrichmentSettingsInput = {
  confidential?: InputMaybe<Scalars['Boolean']['input']>;
  dailyTokens?: InputMaybe<Scalars['Int']['input']>;
  dailyUsd?: InputMaybe<Scalars['Decimal']['input']>;
  language?: InputMaybe<EnrichmentLanguage>;
};

export type EnrichmentStatus =
  | 'COMPLETED'
  | 'FAILED'
  | 'PENDING'
  | 'PROCESSING';

/** The model cannot be reached and no fallback is allowed; try again after the given seconds. */
export type EnrichmentUnavailable = UserError & {
  __typename?: 'EnrichmentUnavailable';
  message: Scalars['String']['output'];
  retryAfterSeconds: Scalars['Int']['output'];
};

export type EnrichmentUsage = {
  __typename?: 'EnrichmentUsage';
  cacheHits: Scalars['Int']['output'];
  completionTokens: Scalars['Int']['output'];
  costUsd: Scalars['Decimal']['output'];
  failures: Scalars['Int']['output'];
  promptTokens: Scalars['Int']['output'];
  requests: Scalars['Int']['output'];
};

/** Where the business is told of each completed enrichment: POST, signed as in Standard Webhooks (`webhook-signature`, v1). */
export type EnrichmentWebhook = {
  __typename?: 'EnrichmentWebhook';
  createdAt: Scalars['DateTime']['output'];
  url: Scalars['String']['output'];
};

/** One message to the webhook. Its id is the header `webhook-id` of each attempt. */
export type EnrichmentWebhookDelivery = {
  __typename?: 'EnrichmentWebhookDelivery';
  attempts: Scalars['Int']['output'];
  createdAt: Scalars['DateTime']['output'];
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  lastError?: Maybe<Scalars['String']['output']>;
  /** Of the last response. */
  lastStatus?: Maybe<Scalars['Int']['output']>;
  /** Of the next attempt; null when there is none. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  product?: Maybe<Product>;
  productId: Scalars['ID']['output'];
  status: EnrichmentWebhookDeliveryStatus;
};

export type EnrichmentWebhookDeliveryConnection = {
  __typename?: 'EnrichmentWebhookDeliveryConnection';
  edges: Array<EnrichmentWebhookDeliveryEdge>;
  nodes: Array<EnrichmentWebhookDelivery>;
  pageInfo: PageInfo;
};

export type EnrichmentWebhookDeliveryEdge = {
  __typename?: 'EnrichmentWebhookDeliveryEdge';
  cursor: Scalars['String']['output'];
  node: EnrichmentWebhookDelivery;
};

/** PENDING: on its way, or to be tried again. FAILED: given up. */
export type EnrichmentWebhookDeliveryStatus =
  | 'DELIVERED'
  | 'FAILED'
  | 'PENDING';

export type EnrichmentWebhookNotSet = UserError & {
  __typename?: 'EnrichmentWebhookNotSet';
  message: Scalars['String']['output'];
};

/** The secret (`whsec_…`) is shown this once; null: it is the one that was there before. */
export type EnrichmentWebhookSaved = {
  __typename?: 'EnrichmentWebhookSaved';
  secret?: Maybe<Scalars['String']['output']>;
  webhook: EnrichmentWebhook;
};

export type FieldError = {
  __typename?: 'FieldError';
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Asks for a fresh enrichment; returns at once with PENDING unless `wait` is true. */
  enrichProduct?: Maybe<EnrichProductResult>;
  /** Nothing more is sent, what is on its way included. */
  removeEnrichmentWebhook?: Maybe<RemoveEnrichmentWebhookResult>;
  /** A new secret. For 24 hours messages are signed with the one before as well. */
  rotateEnrichmentWebhookSecret?: Maybe<RotateEnrichmentWebhookSecretResult>;
  /** Sets the webhook, or has it go elsewhere with the same secret. */
  setEnrichmentWebhook?: Maybe<SetEnrichmentWebhookResult>;
  /** A confidential product is not sent to a cloud, whatever the business's settings are. */
  setProductConfidential?: Maybe<SetProductConfidentialResult>;
  updateEnrichmentSettings?: Maybe<UpdateEnrichmentSettingsResult>;
};


export type MutationEnrichProductArgs = {
  productId: Scalars['ID']['input'];
  wait?: Scalars['Boolean']['input'];
};


export type MutationSetEnrichmentWebhookArgs = {
  url: Scalars['String']['input'];
};


export type MutationSetProductConfidentialArgs = {
  confidential: Scalars['Boolean']['input'];
  productId: Scalars['ID']['input'];
};


export type MutationUpdateEnrichmentSettingsArgs = {
  input: EnrichmentSettingsInput;
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type Product = {
  __typename?: 'Product';
  /** Not sent to a cloud, by its own mark. */
  confidential?: Maybe<Scalars['Boolean']['output']>;
  enrichment?: Maybe<Enrichment>;
  id: Scalars['ID']['output'];
};

export type ProductNotFound = UserError & {
  __typename?: 'ProductNotFound';
  message: Scalars['String']['output'];
  productId: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** Every call of a writer, newest first. */
  enrichmentCalls?: Maybe<EnrichmentCallConnection>;
  enrichmentSettings?: Maybe<EnrichmentSettings>;
  enrichmentUsage?: Maybe<EnrichmentUsage>;
  enrichmentWebhook?: Maybe<EnrichmentWebhook>;
  /** What was sent to the webhook in the last 30 days, newest first. */
  enrichmentWebhookDeliveries?: Maybe<EnrichmentWebhookDeliveryConnection>;
};


export type QueryEnrichmentCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  productId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryEnrichmentUsageArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryEnrichmentWebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type RemoveEnrichmentWebhookResult = EnrichmentWebhook | EnrichmentWebhookNotSet;

export type RotateEnrichmentWebhookSecretResult = EnrichmentWebhookNotSet | EnrichmentWebhookSaved;

export type SetEnrichmentWebhookResult = EnrichmentWebhookSaved | ValidationError;

export type SetProductConfidentialResult = Product | ProductNotFound;

export type Subscription = {
  __typename?: 'Subscription';
  enrichmentUpdated: Enrichment;
};


export type SubscriptionEnrichmentUpdatedArgs = {
  productIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type UpdateEnrichmentSettingsResult = EnrichmentSettings | ValidationError;

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
  Product: Product;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  EnrichProductResult:
    | ( EnrichmentView )
    | ( EnrichmentUnavailable )
    | ( ProductNotFound )
  ;
  RemoveEnrichmentWebhookResult:
    | ( EnrichmentWebhook )
    | ( EnrichmentWebhookNotSet )
  ;
  RotateEnrichmentWebhookSecretResult:
    | ( EnrichmentWebhookNotSet )
    | ( EnrichmentWebhookSaved )
  ;
  SetEnrichmentWebhookResult:
    | ( EnrichmentWebhookSaved )
    | ( ValidationError )
  ;
  SetProductConfidentialResult:
    | ( Omit<Product, 'enrichment'> & { enrichment?: Maybe<_RefType['Enrichment']> } )
    | ( ProductNotFound )
  ;
  UpdateEnrichmentSettingsResult:
    | ( BusinessSettings )
    | ( ValidationError )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( EnrichmentUnavailable )
    | ( EnrichmentWebhookNotSet )
    | ( ProductNotFound )
    | ( ValidationError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  EnrichProductResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EnrichProductResult']>;
  Enrichment: ResolverTypeWrapper<EnrichmentView>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  EnrichmentCall: ResolverTypeWrapper<ModelCallEntity>;
  EnrichmentCallConnection: ResolverTypeWrapper<Omit<EnrichmentCallConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['EnrichmentCallEdge']>, nodes: Array<ResolversTypes['EnrichmentCall']> }>;
  EnrichmentCallEdge: ResolverTypeWrapper<Omit<EnrichmentCallEdge, 'node'> & { node: ResolversTypes['EnrichmentCall'] }>;
  EnrichmentCallOutcome: EnrichmentCallOutcome;
  EnrichmentLanguage: EnrichmentLanguage;
  EnrichmentSettings: ResolverTypeWrapper<BusinessSettings>;
  EnrichmentSettingsInput: EnrichmentSettingsInput;
  EnrichmentStatus: EnrichmentStatus;
  EnrichmentUnavailable: ResolverTypeWrapper<EnrichmentUnavailable>;
  EnrichmentUsage: ResolverTypeWrapper<EnrichmentUsage>;
  EnrichmentWebhook: ResolverTypeWrapper<EnrichmentWebhook>;
  EnrichmentWebhookDelivery: ResolverTypeWrapper<WebhookDelivery>;
  EnrichmentWebhookDeliveryConnection: ResolverTypeWrapper<Omit<EnrichmentWebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['EnrichmentWebhookDeliveryEdge']>, nodes: Array<ResolversTypes['EnrichmentWebhookDelivery']> }>;
  EnrichmentWebhookDeliveryEdge: ResolverTypeWrapper<Omit<EnrichmentWebhookDeliveryEdge, 'node'> & { node: ResolversTypes['EnrichmentWebhookDelivery'] }>;
  EnrichmentWebhookDeliveryStatus: EnrichmentWebhookDeliveryStatus;
  EnrichmentWebhookNotSet: ResolverTypeWrapper<EnrichmentWebhookNotSet>;
  EnrichmentWebhookSaved: ResolverTypeWrapper<EnrichmentWebhookSaved>;
  FieldError: ResolverTypeWrapper<FieldError>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Product: ResolverTypeWrapper<Omit<Product, 'enrichment'> & { enrichment?: Maybe<ResolversTypes['Enrichment']> }>;
  ProductNotFound: ResolverTypeWrapper<ProductNotFound>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveEnrichmentWebhookResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveEnrichmentWebhookResult']>;
  RotateEnrichmentWebhookSecretResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RotateEnrichmentWebhookSecretResult']>;
  SetEnrichmentWebhookResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetEnrichmentWebhookResult']>;
  SetProductConfidentialResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SetProductConfidentialResult']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UpdateEnrichmentSettingsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateEnrichmentSettingsResult']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  ValidationError: ResolverTypeWrapper<ValidationError>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  EnrichProductResult: ResolversUnionTypes<ResolversParentTypes>['EnrichProductResult'];
  Enrichment: EnrichmentView;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Float: Scalars['Float']['output'];
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  EnrichmentCall: ModelCallEntity;
  EnrichmentCallConnection: Omit<EnrichmentCallConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['EnrichmentCallEdge']>, nodes: Array<ResolversParentTypes['EnrichmentCall']> };
  EnrichmentCallEdge: Omit<EnrichmentCallEdge, 'node'> & { node: ResolversParentTypes['EnrichmentCall'] };
  EnrichmentSettings: BusinessSettings;
  EnrichmentSettingsInput: EnrichmentSettingsInput;
  EnrichmentUnavailable: EnrichmentUnavailable;
  EnrichmentUsage: EnrichmentUsage;
  EnrichmentWebhook: EnrichmentWebhook;
  EnrichmentWebhookDelivery: WebhookDelivery;
  EnrichmentWebhookDeliveryConnection: Omit<EnrichmentWebhookDeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['EnrichmentWebhookDeliveryEdge']>, nodes: Array<ResolversParentTypes['EnrichmentWebhookDelivery']> };
  EnrichmentWebhookDeliveryEdge: Omit<EnrichmentWebhookDeliveryEdge, 'node'> & { node: ResolversParentTypes['EnrichmentWebhookDelivery'] };
  EnrichmentWebhookNotSet: EnrichmentWebhookNotSet;
  EnrichmentWebhookSaved: EnrichmentWebhookSaved;
  FieldError: FieldError;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Product: Omit<Product, 'enrichment'> & { enrichment?: Maybe<ResolversParentTypes['Enrichment']> } | FederationReferenceTypes['Product'];
  ProductNotFound: ProductNotFound;
  Query: Record<PropertyKey, never>;
  RemoveEnrichmentWebhookResult: ResolversUnionTypes<ResolversParentTypes>['RemoveEnrichmentWebhookResult'];
  RotateEnrichmentWebhookSecretResult: ResolversUnionTypes<ResolversParentTypes>['RotateEnrichmentWebhookSecretResult'];
  SetEnrichmentWebhookResult: ResolversUnionTypes<ResolversParentTypes>['SetEnrichmentWebhookResult'];
  SetProductConfidentialResult: ResolversUnionTypes<ResolversParentTypes>['SetProductConfidentialResult'];
  Subscription: Record<PropertyKey, never>;
  UpdateEnrichmentSettingsResult: ResolversUnionTypes<ResolversParentTypes>['UpdateEnrichmentSettingsResult'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  ValidationError: ValidationError;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type EnrichProductResultResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichProductResult'] = ResolversParentTypes['EnrichProductResult']> = {
  __resolveType: TypeResolveFn<'Enrichment' | 'EnrichmentUnavailable' | 'ProductNotFound', ParentType, ContextType>;
};

export type EnrichmentResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['Enrichment'] = ResolversParentTypes['Enrichment']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  completionTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  durationMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fromCache?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keywords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  promptTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EnrichmentStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrichmentCallResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentCall'] = ResolversParentTypes['EnrichmentCall']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  completionTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  costUsd?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fromCache?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['EnrichmentCallOutcome'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  promptTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promptVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  route?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EnrichmentCallConnectionResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentCallConnection'] = ResolversParentTypes['EnrichmentCallConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EnrichmentCallEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['EnrichmentCall']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EnrichmentCallEdgeResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentCallEdge'] = ResolversParentTypes['EnrichmentCallEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EnrichmentCall'], ParentType, ContextType>;
};

export type EnrichmentSettingsResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentSettings'] = ResolversParentTypes['EnrichmentSettings']> = {
  confidential?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dailyTokens?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  dailyUsd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['EnrichmentLanguage']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrichmentUnavailableResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentUnavailable'] = ResolversParentTypes['EnrichmentUnavailable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrichmentUsageResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentUsage'] = ResolversParentTypes['EnrichmentUsage']> = {
  cacheHits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  completionTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  costUsd?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promptTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EnrichmentWebhookResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentWebhook'] = ResolversParentTypes['EnrichmentWebhook']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrichmentWebhookDeliveryResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentWebhookDelivery'] = ResolversParentTypes['EnrichmentWebhookDelivery']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EnrichmentWebhookDeliveryStatus'], ParentType, ContextType>;
};

export type EnrichmentWebhookDeliveryConnectionResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentWebhookDeliveryConnection'] = ResolversParentTypes['EnrichmentWebhookDeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EnrichmentWebhookDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['EnrichmentWebhookDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EnrichmentWebhookDeliveryEdgeResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentWebhookDeliveryEdge'] = ResolversParentTypes['EnrichmentWebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EnrichmentWebhookDelivery'], ParentType, ContextType>;
};

export type EnrichmentWebhookNotSetResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentWebhookNotSet'] = ResolversParentTypes['EnrichmentWebhookNotSet']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrichmentWebhookSavedResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['EnrichmentWebhookSaved'] = ResolversParentTypes['EnrichmentWebhookSaved']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  webhook?: Resolver<ResolversTypes['EnrichmentWebhook'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FieldErrorResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['FieldError'] = ResolversParentTypes['FieldError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  enrichProduct?: Resolver<Maybe<ResolversTypes['EnrichProductResult']>, ParentType, ContextType, RequireFields<MutationEnrichProductArgs, 'productId' | 'wait'>>;
  removeEnrichmentWebhook?: Resolver<Maybe<ResolversTypes['RemoveEnrichmentWebhookResult']>, ParentType, ContextType>;
  rotateEnrichmentWebhookSecret?: Resolver<Maybe<ResolversTypes['RotateEnrichmentWebhookSecretResult']>, ParentType, ContextType>;
  setEnrichmentWebhook?: Resolver<Maybe<ResolversTypes['SetEnrichmentWebhookResult']>, ParentType, ContextType, RequireFields<MutationSetEnrichmentWebhookArgs, 'url'>>;
  setProductConfidential?: Resolver<Maybe<ResolversTypes['SetProductConfidentialResult']>, ParentType, ContextType, RequireFields<MutationSetProductConfidentialArgs, 'confidential' | 'productId'>>;
  updateEnrichmentSettings?: Resolver<Maybe<ResolversTypes['UpdateEnrichmentSettingsResult']>, ParentType, ContextType, RequireFields<MutationUpdateEnrichmentSettingsArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  confidential?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  enrichment?: Resolver<Maybe<ResolversTypes['Enrichment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductNotFoundResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['ProductNotFound'] = ResolversParentTypes['ProductNotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  enrichmentCalls?: Resolver<Maybe<ResolversTypes['EnrichmentCallConnection']>, ParentType, ContextType, RequireFields<QueryEnrichmentCallsArgs, 'first'>>;
  enrichmentSettings?: Resolver<Maybe<ResolversTypes['EnrichmentSettings']>, ParentType, ContextType>;
  enrichmentUsage?: Resolver<Maybe<ResolversTypes['EnrichmentUsage']>, ParentType, ContextType, RequireFields<QueryEnrichmentUsageArgs, 'from' | 'to'>>;
  enrichmentWebhook?: Resolver<Maybe<ResolversTypes['EnrichmentWebhook']>, ParentType, ContextType>;
  enrichmentWebhookDeliveries?: Resolver<Maybe<ResolversTypes['EnrichmentWebhookDeliveryConnection']>, ParentType, ContextType, RequireFields<QueryEnrichmentWebhookDeliveriesArgs, 'first'>>;
};

export type RemoveEnrichmentWebhookResultResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['RemoveEnrichmentWebhookResult'] = ResolversParentTypes['RemoveEnrichmentWebhookResult']> = {
  __resolveType: TypeResolveFn<'EnrichmentWebhook' | 'EnrichmentWebhookNotSet', ParentType, ContextType>;
};

export type RotateEnrichmentWebhookSecretResultResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['RotateEnrichmentWebhookSecretResult'] = ResolversParentTypes['RotateEnrichmentWebhookSecretResult']> = {
  __resolveType: TypeResolveFn<'EnrichmentWebhookNotSet' | 'EnrichmentWebhookSaved', ParentType, ContextType>;
};

export type SetEnrichmentWebhookResultResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['SetEnrichmentWebhookResult'] = ResolversParentTypes['SetEnrichmentWebhookResult']> = {
  __resolveType: TypeResolveFn<'EnrichmentWebhookSaved' | 'ValidationError', ParentType, ContextType>;
};

export type SetProductConfidentialResultResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['SetProductConfidentialResult'] = ResolversParentTypes['SetProductConfidentialResult']> = {
  __resolveType: TypeResolveFn<'Product' | 'ProductNotFound', ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  enrichmentUpdated?: SubscriptionResolver<ResolversTypes['Enrichment'], "enrichmentUpdated", ParentType, ContextType, Partial<SubscriptionEnrichmentUpdatedArgs>>;
};

export type UpdateEnrichmentSettingsResultResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['UpdateEnrichmentSettingsResult'] = ResolversParentTypes['UpdateEnrichmentSettingsResult']> = {
  __resolveType: TypeResolveFn<'EnrichmentSettings' | 'ValidationError', ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'EnrichmentUnavailable' | 'EnrichmentWebhookNotSet' | 'ProductNotFound' | 'ValidationError', ParentType, ContextType>;
};

export type ValidationErrorResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['ValidationError'] = ResolversParentTypes['ValidationError']> = {
  fields?: Resolver<Array<ResolversTypes['FieldError']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = EnrichmentContext> = {
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  EnrichProductResult?: EnrichProductResultResolvers<ContextType>;
  Enrichment?: EnrichmentResolvers<ContextType>;
  EnrichmentCall?: EnrichmentCallResolvers<ContextType>;
  EnrichmentCallConnection?: EnrichmentCallConnectionResolvers<ContextType>;
  EnrichmentCallEdge?: EnrichmentCallEdgeResolvers<ContextType>;
  EnrichmentSettings?: EnrichmentSettingsResolvers<ContextType>;
  EnrichmentUnavailable?: EnrichmentUnavailableResolvers<ContextType>;
  EnrichmentUsage?: EnrichmentUsageResolvers<ContextType>;
  EnrichmentWebhook?: EnrichmentWebhookResolvers<ContextType>;
  EnrichmentWebhookDelivery?: EnrichmentWebhookDeliveryResolvers<ContextType>;
  EnrichmentWebhookDeliveryConnection?: EnrichmentWebhookDeliveryConnectionResolvers<ContextType>;
  EnrichmentWebhookDeliveryEdge?: EnrichmentWebhookDeliveryEdgeResolvers<ContextType>;
  EnrichmentWebhookNotSet?: EnrichmentWebhookNotSetResolvers<ContextType>;
  EnrichmentWebhookSaved?: EnrichmentWebhookSavedResolvers<ContextType>;
  FieldError?: FieldErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductNotFound?: ProductNotFoundResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveEnrichmentWebhookResult?: RemoveEnrichmentWebhookResultResolvers<ContextType>;
  RotateEnrichmentWebhookSecretResult?: RotateEnrichmentWebhookSecretResultResolvers<ContextType>;
  SetEnrichmentWebhookResult?: SetEnrichmentWebhookResultResolvers<ContextType>;
  SetProductConfidentialResult?: SetProductConfidentialResultResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UpdateEnrichmentSettingsResult?: UpdateEnrichmentSettingsResultResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ValidationError?: ValidationErrorResolvers<ContextType>;
};

