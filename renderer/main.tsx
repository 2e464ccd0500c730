import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { ask } from './caravan';
import { cache, listenForChanges } from './state/cache';
import { startClock } from './state/clock';
import { watchHeldKey } from './state/held-key';
import { settingsQuery } from './state/settings';
import { ErrorBoundary } from './ui/error-boundary';
import { Broken } from './window/broken';
import { startWords } from './words/words';

async function start(): Promise<void> {
  const [settings, about] = await Promise.all([cache.fetchQuery(settingsQuery), ask('app.about', {})]);
  await startWords(settings.language, about.locales);
  listenForChanges();
  startClock();
  watchHeldKey();
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={cache}>
        <ErrorBoundary fallback={(error) => <Broken error={error} />}>
          <App />
        </ErrorBoundary>
      </QueryClientProvider>
    </StrictMode>,
  );
}

start().catch((error: unknown) => {
  // Nothing is drawn yet, and perhaps no words are there: the plain message is better than an empty window.
  document.body.textContent = error instanceof Error ? error.message : String(error);
});
