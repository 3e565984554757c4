/** What an access token lets its bearer do, as the API wrote it there. Unreadable tokens allow nothing. */
export function scopesOf(accessToken: string): ReadonlySet<string> {
  const scope: unknown = Reflect.get(claimsOf(accessToken), 'scope');
  return new Set(typeof scope === 'string' ? scope.split(' ').filter(Boolean) : []);
}

/** For how long the token is good from when it was issued, in milliseconds; the two clocks need not agree. */
export function lifetimeOf(accessToken: string): number {
  const claims = claimsOf(accessToken);
  const issued: unknown = Reflect.get(claims, 'iat');
  const expires: unknown = Reflect.get(claims, 'exp');
  return typeof issued === 'number' && typeof expires === 'number' ? (expires - issued) * 1_000 : 0;
}

/** Not verified: that is the API's business, and what is shown here protects nothing. */
function claimsOf(accessToken: string): object {
  try {
    const part = accessToken.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
}
