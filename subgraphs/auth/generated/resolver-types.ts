import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditEntry as AuditEntryRow } from '../audit/audit-log';
import type { PersonalData as ExportedPerson } from '../export-personal-data';
import type { Tenant as TenantEntity } from '../entities/tenant.entity';
import type { User as UserEntity } from '../entities/user.entity';
import type { ApiKey as ApiKeyEntity } from '../entities/api-key.entity';
import type { AuthContext } from '../auth.context';
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

export type ApiKey = {
  __typename?: 'ApiKey';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  prefix: Scalars['String']['output'];
  scopes: Array<Scalars['String']['output']>;
};

export type ApiKeyIdentity = {
  __typename?: 'ApiKeyIdentity';
  apiKeyId: Scalars['ID']['output'];
  role: Role;
  scopes: Array<Scalars['String']['output']>;
  tenantId: Scalars['ID']['output'];
  userId: Scalars['ID']['output'];
};

export type ApiKeyNotFound = UserError & {
  __typename?: 'ApiKeyNotFound';
  apiKeyId: Scalars['ID']['output'];
  message: Scalars['String']['output'];
};

export type AuditDetail = {
  __typename?: 'AuditDetail';
  name: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** `<thing>.<what happened>`, e.g. `login.failed`, `user.role-changed`, `api-key.created`. */
  action: Scalars['String']['output'];
  /** Null when nobody was logged in, and for people who are not of the business. */
  actor?: Maybe<User>;
  /** The API key that was used, if it was one. */
  apiKeyId?: Maybe<Scalars['ID']['output']>;
  at: Scalars['DateTime']['output'];
  clientAddress?: Maybe<Scalars['String']['output']>;
  details: Array<AuditDetail>;
  id: Scalars['ID']['output'];
  subjectId: Scalars['ID']['output'];
  /** What it was done to, e.g. `User`, and its id. */
  subjectType: Scalars['String']['output'];
  /** Of the request, as in its errors and in the logs. */
  traceId: Scalars['String']['output'];
  /** What the client called itself (`User-Agent`); anybody can claim anything. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  edges: Array<AuditEntryEdge>;
  nodes: Array<AuditEntry>;
  pageInfo: PageInfo;
};

export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  cursor: Scalars['String']['output'];
  node: AuditEntry;
};

/** Entries that fit all of what is given; `from` is included, `to` is not. */
export type AuditFilter = {
  actions?: InputMaybe<Array<Scalars['String']['input']>>;
  actorId?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  subjectId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type ChangePasswordInput = {
  currentPassword: Scalars['String']['input'];
  newPassword: Scalars['String']['input'];
};

export type ChangePasswordResult = InvalidCredentials | User | ValidationError;

export type ConfirmTotpResult = InvalidCode | RecoveryCodes;

export type CreateApiKeyInput = {
  name: Scalars['String']['input'];
  scopes: Array<Scalars['String']['input']>;
};

export type CreateApiKeyResult = CreatedApiKey | ValidationError;

export type CreateUserInput = {
  email: Scalars['String']['input'];
  name: Scalars['String']['input'];
  password: Scalars['String']['input'];
  role: Role;
};

export type CreateUserResult = EmailTaken | User | ValidationError;

/** `secret` is shown once and stored only as a hash. */
export type CreatedApiKey = {
  __typename?: 'CreatedApiKey';
  apiKey: ApiKey;
  secret: Scalars['String']['output'];
};

export type DisableTotpResult = InvalidCode | InvalidCredentials | User;

export type EmailTaken = UserError & {
  __typename?: 'EmailTaken';
  email: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

export type EnrolTotpResult = InvalidCredentials | TotpAlreadyEnabled | TotpEnrolment;

export type ExportPersonalDataResult = PersonalData | UserNotFound;

export type FieldError = {
  __typename?: 'FieldError';
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

/** The code is wrong or was used before, the challenge is over, or too many codes were wrong: deliberately the same answer. */
export type InvalidCode = UserError & {
  __typename?: 'InvalidCode';
  message: Scalars['String']['output'];
};

/** Wrong e-mail or password, or the account is locked: deliberately the same answer. */
export type InvalidCredentials = UserError & {
  __typename?: 'InvalidCredentials';
  message: Scalars['String']['output'];
};

/** The refresh token is unknown, expired, revoked or was used before. */
export type InvalidRefreshToken = UserError & {
  __typename?: 'InvalidRefreshToken';
  message: Scalars['String']['output'];
};

export type LoginInput = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type LoginResult = InvalidCredentials | MfaRequired | Session;

export type ManageUserResult = User | UserNotFound | ValidationError;

/** The password was right: prove the second factor with `verifyTotp` before `expiresAt`. */
export type MfaRequired = UserError & {
  __typename?: 'MfaRequired';
  challenge: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
  message: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Changes one's own password and ends all one's other sessions. Not with an API key. */
  changePassword?: Maybe<ChangePasswordResult>;
  /** Takes effect everywhere within seconds. Only an OWNER changes or makes an OWNER, and one always remains. */
  changeRole?: Maybe<ManageUserResult>;
  /** Ends the enrolment with a first code: from now on logins take one. Ends all one's other sessions. */
  confirmTotp?: Maybe<ConfirmTotpResult>;
  createApiKey?: Maybe<CreateApiKeyResult>;
  createUser?: Maybe<CreateUserResult>;
  /** Not with an API key. Takes a code or a recovery code. */
  disableTotp?: Maybe<DisableTotpResult>;
  /** Ends the person's sessions and shuts out their API keys until they are enabled again. */
  disableUser?: Maybe<ManageUserResult>;
  enableUser?: Maybe<ManageUserResult>;
  /** Begins to enrol a second factor (RFC 6238): 6 digits, 30 seconds, SHA-1. Not with an API key. */
  enrolTotp?: Maybe<EnrolTotpResult>;
  /**
   * Takes the person out of everything that is kept, for good: name and address, credentials, sessions, and within seconds their
   * name on orders, stock movements and alerts, whose figures stay. Their API keys are revoked. An address is free again.
   */
  eraseUser?: Maybe<ManageUserResult>;
  /** One's own, or, with `users:write`, anybody's of the business. Not with an API key; the audit log tells of it. */
  exportPersonalData?: Maybe<ExportPersonalDataResult>;
  login?: Maybe<LoginResult>;
  /** Ends this session, or all sessions of the user. */
  logout?: Maybe<Scalars['Boolean']['output']>;
  refreshSession?: Maybe<RefreshResult>;
  /** Opens a business with its OWNER. */
  register?: Maybe<RegisterResult>;
  /** Requires the second factor of OWNER and ADMIN, or no longer. For an OWNER. */
  requireTotp?: Maybe<Tenant>;
  /** For somebody who has lost the second factor and the recovery codes. Ends their sessions. */
  resetTotp?: Maybe<ManageUserResult>;
  revokeApiKey?: Maybe<RevokeApiKeyResult>;
  /** Ends a login that answered MfaRequired, with a code or a recovery code. */
  verifyTotp?: Maybe<VerifyTotpResult>;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationChangeRoleArgs = {
  role: Role;
  userId: Scalars['ID']['input'];
};


export type MutationConfirmTotpArgs = {
  code: Scalars['String']['input'];
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateUserArgs = {
  input: CreateUserInput;
};


export type MutationDisableTotpArgs = {
  code: Scalars['String']['input'];
  password: Scalars['String']['input'];
};


export type MutationDisableUserArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationEnableUserArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationEnrolTotpArgs = {
  password: Scalars['String']['input'];
};


export type MutationEraseUserArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationExportPersonalDataArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationLoginArgs = {
  input: LoginInput;
};


export type MutationLogoutArgs = {
  everywhere?: Scalars['Boolean']['input'];
};


export type MutationRefreshSessionArgs = {
  refreshToken: Scalars['String']['input'];
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationRequireTotpArgs = {
  required: Scalars['Boolean']['input'];
};


export type MutationResetTotpArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationRevokeApiKeyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationVerifyTotpArgs = {
  challenge: Scalars['String']['input'];
  code: Scalars['String']['input'];
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** What is kept of one person: this, what they ordered (`user.orders`), and what they did. */
export type PersonalData = {
  __typename?: 'PersonalData';
  apiKeys: Array<ApiKey>;
  /** What the person did, the newest first. */
  auditLog: AuditEntryConnection;
  /** Those that can still be refreshed, and those that ended less than a month ago. */
  sessions: Array<SessionRecord>;
  user: User;
};


/** What is kept of one person: this, what they ordered (`user.orders`), and what they did. */
export type PersonalDataAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Query = {
  __typename?: 'Query';
  /** For the gateway: whom an API key stands for; null when it is unknown or revoked. */
  apiKeyIdentity?: Maybe<ApiKeyIdentity>;
  apiKeys?: Maybe<Array<ApiKey>>;
  /** Who did what to whom or what, when and from where; the newest first. Nobody can change it. */
  auditLog?: Maybe<AuditEntryConnection>;
  /** For the gateway: the public keys that sign access tokens, as a JSON Web Key Set (RFC 7517). */
  jwks: Scalars['String']['output'];
  me?: Maybe<User>;
  /** For the gateway: sessions, users and API keys whose access ended while their access tokens may still live. */
  revocations: Array<Scalars['String']['output']>;
  user?: Maybe<User>;
  users?: Maybe<Array<User>>;
};


export type QueryApiKeyIdentityArgs = {
  secret: Scalars['String']['input'];
};


export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};

/** Each stands once for a code, when the authenticator is lost. Shown once and stored only as hashes. */
export type RecoveryCodes = {
  __typename?: 'RecoveryCodes';
  codes: Array<Scalars['String']['output']>;
};

export type RefreshResult = InvalidRefreshToken | Session;

export type RegisterInput = {
  businessName: Scalars['String']['input'];
  email: Scalars['String']['input'];
  name: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type RegisterResult = EmailTaken | Session | ValidationError;

export type RevokeApiKeyResult = ApiKey | ApiKeyNotFound;

export type Role =
  | 'ADMIN'
  | 'BUYER'
  | 'OWNER'
  | 'SELLER'
  | 'VIEWER';

/** Bearer tokens. The access token is a JWT of minutes; the refresh token is opaque, single-use and rotates. */
export type Session = {
  __typename?: 'Session';
  accessToken: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
  refreshToken: Scalars['String']['output'];
  user: User;
};

export type SessionRecord = {
  __typename?: 'SessionRecord';
  createdAt: Scalars['DateTime']['output'];
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  lastUsedAt: Scalars['DateTime']['output'];
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A business; every row of every service belongs to exactly one. */
export type Tenant = {
  __typename?: 'Tenant';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Whether an OWNER or ADMIN may do nothing but enrol until they have a second factor. */
  totpRequired: Scalars['Boolean']['output'];
};

/** Disable the second factor first. */
export type TotpAlreadyEnabled = UserError & {
  __typename?: 'TotpAlreadyEnabled';
  message: Scalars['String']['output'];
};

/** For an authenticator app: the secret, and the same as an address that is shown as a QR code. Shown once; counts once confirmed. */
export type TotpEnrolment = {
  __typename?: 'TotpEnrolment';
  secret: Scalars['String']['output'];
  uri: Scalars['String']['output'];
};

export type User = {
  __typename?: 'User';
  createdAt: Scalars['DateTime']['output'];
  /** Set while the person may not log in. */
  disabledAt?: Maybe<Scalars['DateTime']['output']>;
  email: Scalars['String']['output'];
  /** Set once name and address were erased; what the person did stays, without them. */
  erasedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  role: Role;
  tenant: Tenant;
  /** Whether logging in takes a code besides the password. */
  totpEnabled: Scalars['Boolean']['output'];
};

export type UserError = {
  message: Scalars['String']['output'];
};

export type UserNotFound = UserError & {
  __typename?: 'UserNotFound';
  message: Scalars['String']['output'];
  userId: Scalars['ID']['output'];
};

export type ValidationError = UserError & {
  __typename?: 'ValidationError';
  fields: Array<FieldError>;
  message: Scalars['String']['output'];
};

export type VerifyTotpResult = InvalidCode | Session;



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
  Tenant: Tenant;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Tenant:
    ( { __typename: 'Tenant' }
    & GraphQLRecursivePick<FederationTypes['Tenant'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ChangePasswordResult:
    | ( InvalidCredentials )
    | ( UserEntity )
    | ( ValidationError )
  ;
  ConfirmTotpResult:
    | ( InvalidCode )
    | ( RecoveryCodes )
  ;
  CreateApiKeyResult:
    | ( Omit<CreatedApiKey, 'apiKey'> & { apiKey: _RefType['ApiKey'] } )
    | ( ValidationError )
  ;
  CreateUserResult:
    | ( EmailTaken )
    | ( UserEntity )
    | ( ValidationError )
  ;
  DisableTotpResult:
    | ( InvalidCode )
    | ( InvalidCredentials )
    | ( UserEntity )
  ;
  EnrolTotpResult:
    | ( InvalidCredentials )
    | ( TotpAlreadyEnabled )
    | ( TotpEnrolment )
  ;
  ExportPersonalDataResult:
    | ( ExportedPerson )
    | ( UserNotFound )
  ;
  LoginResult:
    | ( InvalidCredentials )
    | ( MfaRequired )
    | ( Omit<Session, 'user'> & { user: _RefType['User'] } )
  ;
  ManageUserResult:
    | ( UserEntity )
    | ( UserNotFound )
    | ( ValidationError )
  ;
  RefreshResult:
    | ( InvalidRefreshToken )
    | ( Omit<Session, 'user'> & { user: _RefType['User'] } )
  ;
  RegisterResult:
    | ( EmailTaken )
    | ( Omit<Session, 'user'> & { user: _RefType['User'] } )
    | ( ValidationError )
  ;
  RevokeApiKeyResult:
    | ( ApiKeyEntity )
    | ( ApiKeyNotFound )
  ;
  VerifyTotpResult:
    | ( InvalidCode )
    | ( Omit<Session, 'user'> & { user: _RefType['User'] } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError:
    | ( ApiKeyNotFound )
    | ( EmailTaken )
    | ( InvalidCode )
    | ( InvalidCredentials )
    | ( InvalidRefreshToken )
    | ( MfaRequired )
    | ( TotpAlreadyEnabled )
    | ( UserNotFound )
    | ( ValidationError )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApiKey: ResolverTypeWrapper<ApiKeyEntity>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ApiKeyIdentity: ResolverTypeWrapper<ApiKeyIdentity>;
  ApiKeyNotFound: ResolverTypeWrapper<ApiKeyNotFound>;
  AuditDetail: ResolverTypeWrapper<AuditDetail>;
  AuditEntry: ResolverTypeWrapper<AuditEntryRow>;
  AuditEntryConnection: ResolverTypeWrapper<Omit<AuditEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AuditEntryEdge']>, nodes: Array<ResolversTypes['AuditEntry']> }>;
  AuditEntryEdge: ResolverTypeWrapper<Omit<AuditEntryEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  AuditFilter: AuditFilter;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangePasswordResult']>;
  ConfirmTotpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ConfirmTotpResult']>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateApiKeyResult']>;
  CreateUserInput: CreateUserInput;
  CreateUserResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateUserResult']>;
  CreatedApiKey: ResolverTypeWrapper<Omit<CreatedApiKey, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DisableTotpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DisableTotpResult']>;
  EmailTaken: ResolverTypeWrapper<EmailTaken>;
  EnrolTotpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EnrolTotpResult']>;
  ExportPersonalDataResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ExportPersonalDataResult']>;
  FieldError: ResolverTypeWrapper<FieldError>;
  InvalidCode: ResolverTypeWrapper<InvalidCode>;
  InvalidCredentials: ResolverTypeWrapper<InvalidCredentials>;
  InvalidRefreshToken: ResolverTypeWrapper<InvalidRefreshToken>;
  LoginInput: LoginInput;
  LoginResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LoginResult']>;
  ManageUserResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ManageUserResult']>;
  MfaRequired: ResolverTypeWrapper<MfaRequired>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PersonalData: ResolverTypeWrapper<ExportedPerson>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecoveryCodes: ResolverTypeWrapper<RecoveryCodes>;
  RefreshResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RefreshResult']>;
  RegisterInput: RegisterInput;
  RegisterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterResult']>;
  RevokeApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeApiKeyResult']>;
  Role: Role;
  Session: ResolverTypeWrapper<Omit<Session, 'user'> & { user: ResolversTypes['User'] }>;
  SessionRecord: ResolverTypeWrapper<SessionRecord>;
  Tenant: ResolverTypeWrapper<TenantEntity>;
  TotpAlreadyEnabled: ResolverTypeWrapper<TotpAlreadyEnabled>;
  TotpEnrolment: ResolverTypeWrapper<TotpEnrolment>;
  User: ResolverTypeWrapper<UserEntity>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserNotFound: ResolverTypeWrapper<UserNotFound>;
  ValidationError: ResolverTypeWrapper<ValidationError>;
  VerifyTotpResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['VerifyTotpResult']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ApiKey: ApiKeyEntity;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  ApiKeyIdentity: ApiKeyIdentity;
  ApiKeyNotFound: ApiKeyNotFound;
  AuditDetail: AuditDetail;
  AuditEntry: AuditEntryRow;
  AuditEntryConnection: Omit<AuditEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AuditEntryEdge']>, nodes: Array<ResolversParentTypes['AuditEntry']> };
  AuditEntryEdge: Omit<AuditEntryEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  AuditFilter: AuditFilter;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordResult: ResolversUnionTypes<ResolversParentTypes>['ChangePasswordResult'];
  ConfirmTotpResult: ResolversUnionTypes<ResolversParentTypes>['ConfirmTotpResult'];
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['CreateApiKeyResult'];
  CreateUserInput: CreateUserInput;
  CreateUserResult: ResolversUnionTypes<ResolversParentTypes>['CreateUserResult'];
  CreatedApiKey: Omit<CreatedApiKey, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  DateTime: Scalars['DateTime']['output'];
  DisableTotpResult: ResolversUnionTypes<ResolversParentTypes>['DisableTotpResult'];
  EmailTaken: EmailTaken;
  EnrolTotpResult: ResolversUnionTypes<ResolversParentTypes>['EnrolTotpResult'];
  ExportPersonalDataResult: ResolversUnionTypes<ResolversParentTypes>['ExportPersonalDataResult'];
  FieldError: FieldError;
  InvalidCode: InvalidCode;
  InvalidCredentials: InvalidCredentials;
  InvalidRefreshToken: InvalidRefreshToken;
  LoginInput: LoginInput;
  LoginResult: ResolversUnionTypes<ResolversParentTypes>['LoginResult'];
  ManageUserResult: ResolversUnionTypes<ResolversParentTypes>['ManageUserResult'];
  MfaRequired: MfaRequired;
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  PageInfo: PageInfo;
  PersonalData: ExportedPerson;
  Int: Scalars['Int']['output'];
  Query: Record<PropertyKey, never>;
  RecoveryCodes: RecoveryCodes;
  RefreshResult: ResolversUnionTypes<ResolversParentTypes>['RefreshResult'];
  RegisterInput: RegisterInput;
  RegisterResult: ResolversUnionTypes<ResolversParentTypes>['RegisterResult'];
  RevokeApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokeApiKeyResult'];
  Session: Omit<Session, 'user'> & { user: ResolversParentTypes['User'] };
  SessionRecord: SessionRecord;
  Tenant: TenantEntity;
  TotpAlreadyEnabled: TotpAlreadyEnabled;
  TotpEnrolment: TotpEnrolment;
  User: UserEntity;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  UserNotFound: UserNotFound;
  ValidationError: ValidationError;
  VerifyTotpResult: ResolversUnionTypes<ResolversParentTypes>['VerifyTotpResult'];
};

export type ApiKeyResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyIdentityResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ApiKeyIdentity'] = ResolversParentTypes['ApiKeyIdentity']> = {
  apiKeyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  tenantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ApiKeyNotFoundResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ApiKeyNotFound'] = ResolversParentTypes['ApiKeyNotFound']> = {
  apiKeyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditDetailResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['AuditDetail'] = ResolversParentTypes['AuditDetail']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  apiKeyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  clientAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  details?: Resolver<Array<ResolversTypes['AuditDetail']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subjectType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  traceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type ChangePasswordResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ChangePasswordResult'] = ResolversParentTypes['ChangePasswordResult']> = {
  __resolveType: TypeResolveFn<'InvalidCredentials' | 'User' | 'ValidationError', ParentType, ContextType>;
};

export type ConfirmTotpResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ConfirmTotpResult'] = ResolversParentTypes['ConfirmTotpResult']> = {
  __resolveType: TypeResolveFn<'InvalidCode' | 'RecoveryCodes', ParentType, ContextType>;
};

export type CreateApiKeyResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['CreateApiKeyResult'] = ResolversParentTypes['CreateApiKeyResult']> = {
  __resolveType: TypeResolveFn<'CreatedApiKey' | 'ValidationError', ParentType, ContextType>;
};

export type CreateUserResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['CreateUserResult'] = ResolversParentTypes['CreateUserResult']> = {
  __resolveType: TypeResolveFn<'EmailTaken' | 'User' | 'ValidationError', ParentType, ContextType>;
};

export type CreatedApiKeyResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['CreatedApiKey'] = ResolversParentTypes['CreatedApiKey']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisableTotpResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['DisableTotpResult'] = ResolversParentTypes['DisableTotpResult']> = {
  __resolveType: TypeResolveFn<'InvalidCode' | 'InvalidCredentials' | 'User', ParentType, ContextType>;
};

export type EmailTakenResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['EmailTaken'] = ResolversParentTypes['EmailTaken']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrolTotpResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['EnrolTotpResult'] = ResolversParentTypes['EnrolTotpResult']> = {
  __resolveType: TypeResolveFn<'InvalidCredentials' | 'TotpAlreadyEnabled' | 'TotpEnrolment', ParentType, ContextType>;
};

export type ExportPersonalDataResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ExportPersonalDataResult'] = ResolversParentTypes['ExportPersonalDataResult']> = {
  __resolveType: TypeResolveFn<'PersonalData' | 'UserNotFound', ParentType, ContextType>;
};

export type FieldErrorResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['FieldError'] = ResolversParentTypes['FieldError']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InvalidCodeResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['InvalidCode'] = ResolversParentTypes['InvalidCode']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidCredentialsResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['InvalidCredentials'] = ResolversParentTypes['InvalidCredentials']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidRefreshTokenResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['InvalidRefreshToken'] = ResolversParentTypes['InvalidRefreshToken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LoginResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['LoginResult'] = ResolversParentTypes['LoginResult']> = {
  __resolveType: TypeResolveFn<'InvalidCredentials' | 'MfaRequired' | 'Session', ParentType, ContextType>;
};

export type ManageUserResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ManageUserResult'] = ResolversParentTypes['ManageUserResult']> = {
  __resolveType: TypeResolveFn<'User' | 'UserNotFound' | 'ValidationError', ParentType, ContextType>;
};

export type MfaRequiredResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['MfaRequired'] = ResolversParentTypes['MfaRequired']> = {
  challenge?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  changePassword?: Resolver<Maybe<ResolversTypes['ChangePasswordResult']>, ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  changeRole?: Resolver<Maybe<ResolversTypes['ManageUserResult']>, ParentType, ContextType, RequireFields<MutationChangeRoleArgs, 'role' | 'userId'>>;
  confirmTotp?: Resolver<Maybe<ResolversTypes['ConfirmTotpResult']>, ParentType, ContextType, RequireFields<MutationConfirmTotpArgs, 'code'>>;
  createApiKey?: Resolver<Maybe<ResolversTypes['CreateApiKeyResult']>, ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  createUser?: Resolver<Maybe<ResolversTypes['CreateUserResult']>, ParentType, ContextType, RequireFields<MutationCreateUserArgs, 'input'>>;
  disableTotp?: Resolver<Maybe<ResolversTypes['DisableTotpResult']>, ParentType, ContextType, RequireFields<MutationDisableTotpArgs, 'code' | 'password'>>;
  disableUser?: Resolver<Maybe<ResolversTypes['ManageUserResult']>, ParentType, ContextType, RequireFields<MutationDisableUserArgs, 'userId'>>;
  enableUser?: Resolver<Maybe<ResolversTypes['ManageUserResult']>, ParentType, ContextType, RequireFields<MutationEnableUserArgs, 'userId'>>;
  enrolTotp?: Resolver<Maybe<ResolversTypes['EnrolTotpResult']>, ParentType, ContextType, RequireFields<MutationEnrolTotpArgs, 'password'>>;
  eraseUser?: Resolver<Maybe<ResolversTypes['ManageUserResult']>, ParentType, ContextType, RequireFields<MutationEraseUserArgs, 'userId'>>;
  exportPersonalData?: Resolver<Maybe<ResolversTypes['ExportPersonalDataResult']>, ParentType, ContextType, RequireFields<MutationExportPersonalDataArgs, 'userId'>>;
  login?: Resolver<Maybe<ResolversTypes['LoginResult']>, ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  logout?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<MutationLogoutArgs, 'everywhere'>>;
  refreshSession?: Resolver<Maybe<ResolversTypes['RefreshResult']>, ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'refreshToken'>>;
  register?: Resolver<Maybe<ResolversTypes['RegisterResult']>, ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  requireTotp?: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType, RequireFields<MutationRequireTotpArgs, 'required'>>;
  resetTotp?: Resolver<Maybe<ResolversTypes['ManageUserResult']>, ParentType, ContextType, RequireFields<MutationResetTotpArgs, 'userId'>>;
  revokeApiKey?: Resolver<Maybe<ResolversTypes['RevokeApiKeyResult']>, ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'id'>>;
  verifyTotp?: Resolver<Maybe<ResolversTypes['VerifyTotpResult']>, ParentType, ContextType, RequireFields<MutationVerifyTotpArgs, 'challenge' | 'code'>>;
};

export type PageInfoResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonalDataResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['PersonalData'] = ResolversParentTypes['PersonalData']> = {
  apiKeys?: Resolver<Array<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  auditLog?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, RequireFields<PersonalDataAuditLogArgs, 'first'>>;
  sessions?: Resolver<Array<ResolversTypes['SessionRecord']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  apiKeyIdentity?: Resolver<Maybe<ResolversTypes['ApiKeyIdentity']>, ParentType, ContextType, RequireFields<QueryApiKeyIdentityArgs, 'secret'>>;
  apiKeys?: Resolver<Maybe<Array<ResolversTypes['ApiKey']>>, ParentType, ContextType>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'first'>>;
  jwks?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  revocations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<Maybe<Array<ResolversTypes['User']>>, ParentType, ContextType>;
};

export type RecoveryCodesResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['RecoveryCodes'] = ResolversParentTypes['RecoveryCodes']> = {
  codes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefreshResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['RefreshResult'] = ResolversParentTypes['RefreshResult']> = {
  __resolveType: TypeResolveFn<'InvalidRefreshToken' | 'Session', ParentType, ContextType>;
};

export type RegisterResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['RegisterResult'] = ResolversParentTypes['RegisterResult']> = {
  __resolveType: TypeResolveFn<'EmailTaken' | 'Session' | 'ValidationError', ParentType, ContextType>;
};

export type RevokeApiKeyResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['RevokeApiKeyResult'] = ResolversParentTypes['RevokeApiKeyResult']> = {
  __resolveType: TypeResolveFn<'ApiKey' | 'ApiKeyNotFound', ParentType, ContextType>;
};

export type SessionResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionRecordResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['SessionRecord'] = ResolversParentTypes['SessionRecord']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TenantResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Tenant'] = ResolversParentTypes['Tenant'], FederationReferenceType extends FederationReferenceTypes['Tenant'] = FederationReferenceTypes['Tenant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Tenant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  totpRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TotpAlreadyEnabledResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['TotpAlreadyEnabled'] = ResolversParentTypes['TotpAlreadyEnabled']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TotpEnrolmentResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['TotpEnrolment'] = ResolversParentTypes['TotpEnrolment']> = {
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  disabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  erasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  tenant?: Resolver<ResolversTypes['Tenant'], ParentType, ContextType>;
  totpEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ApiKeyNotFound' | 'EmailTaken' | 'InvalidCode' | 'InvalidCredentials' | 'InvalidRefreshToken' | 'MfaRequired' | 'TotpAlreadyEnabled' | 'UserNotFound' | 'ValidationError', ParentType, ContextType>;
};

export type UserNotFoundResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['UserNotFound'] = ResolversParentTypes['UserNotFound']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ValidationErrorResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ValidationError'] = ResolversParentTypes['ValidationError']> = {
  fields?: Resolver<Array<ResolversTypes['FieldError']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VerifyTotpResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['VerifyTotpResult'] = ResolversParentTypes['VerifyTotpResult']> = {
  __resolveType: TypeResolveFn<'InvalidCode' | 'Session', ParentType, ContextType>;
};

export type Resolvers<ContextType = AuthContext> = {
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyIdentity?: ApiKeyIdentityResolvers<ContextType>;
  ApiKeyNotFound?: ApiKeyNotFoundResolvers<ContextType>;
  AuditDetail?: AuditDetailResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  ChangePasswordResult?: ChangePasswordResultResolvers<ContextType>;
  ConfirmTotpResult?: ConfirmTotpResultResolvers<ContextType>;
  CreateApiKeyResult?: CreateApiKeyResultResolvers<ContextType>;
  CreateUserResult?: CreateUserResultResolvers<ContextType>;
  CreatedApiKey?: CreatedApiKeyResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DisableTotpResult?: DisableTotpResultResolvers<ContextType>;
  EmailTaken?: EmailTakenResolvers<ContextType>;
  EnrolTotpResult?: EnrolTotpResultResolvers<ContextType>;
  ExportPersonalDataResult?: ExportPersonalDataResultResolvers<ContextType>;
  FieldError?: FieldErrorResolvers<ContextType>;
  InvalidCode?: InvalidCodeResolvers<ContextType>;
  InvalidCredentials?: InvalidCredentialsResolvers<ContextType>;
  InvalidRefreshToken?: InvalidRefreshTokenResolvers<ContextType>;
  LoginResult?: LoginResultResolvers<ContextType>;
  ManageUserResult?: ManageUserResultResolvers<ContextType>;
  MfaRequired?: MfaRequiredResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersonalData?: PersonalDataResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecoveryCodes?: RecoveryCodesResolvers<ContextType>;
  RefreshResult?: RefreshResultResolvers<ContextType>;
  RegisterResult?: RegisterResultResolvers<ContextType>;
  RevokeApiKeyResult?: RevokeApiKeyResultResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionRecord?: SessionRecordResolvers<ContextType>;
  Tenant?: TenantResolvers<ContextType>;
  TotpAlreadyEnabled?: TotpAlreadyEnabledResolvers<ContextType>;
  TotpEnrolment?: TotpEnrolmentResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserNotFound?: UserNotFoundResolvers<ContextType>;
  ValidationError?: ValidationErrorResolvers<ContextType>;
  VerifyTotpResult?: VerifyTotpResultResolvers<ContextType>;
};

