import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EnrichmentView } from '../enrichment-view';
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

export type Mutation = {
  __typename?: 'Mutation';
  /** Asks for a fresh enrichment; returns at once with PENDING unless `wait` is true. */
  enrichProduct?: Maybe<EnrichProductResult>;
};


export type MutationEnrichProductArgs = {
  productId: Scalars['ID']['input'];
  wait?: Scalars['Boolean']['input'];
};

export type Product = {
  __typename?: 'Product';
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
  enrichmentUsage?: Maybe<EnrichmentUsage>;
};


export type QueryEnrichmentUsageArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};

export type Subscription = {
  __typename?: 'Subscription';
  enrichmentUpdated: Enrichment;
};


export type SubscriptionEnrichmentUpdatedArgs = {
  productIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type UserError = {
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
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( EnrichmentUnavailable )
    | ( ProductNotFound )
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
  EnrichmentStatus: EnrichmentStatus;
  EnrichmentUnavailable: ResolverTypeWrapper<EnrichmentUnavailable>;
  EnrichmentUsage: ResolverTypeWrapper<EnrichmentUsage>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Product: ResolverTypeWrapper<Omit<Product, 'enrichment'> & { enrichment?: Maybe<ResolversTypes['Enrichment']> }>;
  ProductNotFound: ResolverTypeWrapper<ProductNotFound>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
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
  EnrichmentUnavailable: EnrichmentUnavailable;
  EnrichmentUsage: EnrichmentUsage;
  Mutation: Record<PropertyKey, never>;
  Product: Omit<Product, 'enrichment'> & { enrichment?: Maybe<ResolversParentTypes['Enrichment']> } | FederationReferenceTypes['Product'];
  ProductNotFound: ProductNotFound;
  Query: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
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

export type MutationResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  enrichProduct?: Resolver<Maybe<ResolversTypes['EnrichProductResult']>, ParentType, ContextType, RequireFields<MutationEnrichProductArgs, 'productId' | 'wait'>>;
};

export type ProductResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  enrichment?: Resolver<Maybe<ResolversTypes['Enrichment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductNotFoundResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['ProductNotFound'] = ResolversParentTypes['ProductNotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  enrichmentUsage?: Resolver<Maybe<ResolversTypes['EnrichmentUsage']>, ParentType, ContextType, RequireFields<QueryEnrichmentUsageArgs, 'from' | 'to'>>;
};

export type SubscriptionResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  enrichmentUpdated?: SubscriptionResolver<ResolversTypes['Enrichment'], "enrichmentUpdated", ParentType, ContextType, Partial<SubscriptionEnrichmentUpdatedArgs>>;
};

export type UserErrorResolvers<ContextType = EnrichmentContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'EnrichmentUnavailable' | 'ProductNotFound', ParentType, ContextType>;
};

export type Resolvers<ContextType = EnrichmentContext> = {
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  EnrichProductResult?: EnrichProductResultResolvers<ContextType>;
  Enrichment?: EnrichmentResolvers<ContextType>;
  EnrichmentUnavailable?: EnrichmentUnavailableResolvers<ContextType>;
  EnrichmentUsage?: EnrichmentUsageResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductNotFound?: ProductNotFoundResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

