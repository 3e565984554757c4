import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import * as alerts from '../alerts/messages';
import * as shell from '../app/messages';
import * as orders from '../orders/messages';
import * as overview from '../overview/messages';
import * as people from '../people/messages';
import * as products from '../products/messages';
import * as session from '../session/messages';
import * as settings from '../settings/messages';
import * as till from '../till/messages';

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

const CHOSEN = 'bodega.language';

const en = {
  shell: shell.en,
  session: session.en,
  overview: overview.en,
  products: products.en,
  till: till.en,
  orders: orders.en,
  alerts: alerts.en,
  people: people.en,
  settings: settings.en,
};
const es = {
  shell: shell.es,
  session: session.es,
  overview: overview.es,
  products: products.es,
  till: till.es,
  orders: orders.es,
  alerts: alerts.es,
  people: people.es,
  settings: settings.es,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
    returnNull: false;
  }
}

/** In the language that was chosen here before, else in the browser's. */
export async function startTranslations(): Promise<void> {
  i18next.on('languageChanged', (language) => (document.documentElement.lang = language));
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, es: { translation: es } },
    lng: chosenLanguage() ?? browserLanguage(),
    fallbackLng: 'en',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
}

export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(CHOSEN, language);
  } catch {
    // A browser that stores nothing asks again next time.
  }
  void i18next.changeLanguage(language);
}

function chosenLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(CHOSEN);
    return LANGUAGES.find((language) => language === stored);
  } catch {
    return undefined;
  }
}

function browserLanguage(): Language {
  for (const locale of navigator.languages) {
    const found = LANGUAGES.find((language) => language === locale.split('-', 1)[0]);
    if (found) return found;
  }
  return 'en';
}
