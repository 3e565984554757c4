import { z } from 'zod';
import { parseEnvironment, wholeNumber } from '../../platform/config/environment';

/** How long an unconfirmed purchase holds its stock. A day at most: a reservation is not a warehouse. */
const environment = z.object({ RESERVATION_MINUTES: wholeNumber(1, 1_440).prefault('15') });

export interface OrdersSettings {
  readonly reservationMinutes: number;
}

/** @throws ConfigurationError that names the variable. */
export function ordersSettings(variables: Readonly<Record<string, string | undefined>>): OrdersSettings {
  return { reservationMinutes: parseEnvironment(environment, variables).RESERVATION_MINUTES };
}
