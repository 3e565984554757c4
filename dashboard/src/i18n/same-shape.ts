/** The same keys with other words: a translation that forgets one does not compile. */
export type SameShape<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : SameShape<T[Key]> };
