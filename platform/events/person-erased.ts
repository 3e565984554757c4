import { z } from 'zod';

/** Told by whoever keeps people when one of them is erased: the others forget that it was them. Version 1. */
export const PERSON_ERASED = 'auth.person-erased';

export const personErased = z.object({ userId: z.uuid() });
