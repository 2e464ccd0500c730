import { app } from 'electron';

/**
 * Keeps Chromium from fetching dictionaries for its spell checker from their maker, which every session does as it is made,
 * whatever its windows say. To be called before the app is ready.
 */
export function fetchNoDictionaries(): void {
  app.on('session-created', (session) => {
    session.setSpellCheckerEnabled(false);
    session.setSpellCheckerLanguages([]);
  });
}
