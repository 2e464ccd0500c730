import { startWrittenFeed } from '../support/written-feed';
import { expect, test } from './caravan';
import { addFeed, article, articlePage, row } from './reader';

/** What the system was asked to say so far: its voice and the text. */
interface Speaking {
  said: string[];
}

test('an article is read aloud by a voice of its language, paragraph by paragraph, until another opens', async ({
  page,
}) => {
  const feed = await startWrittenFeed([
    { title: 'Snow', html: '<p>The pass is closed.</p><ul><li>For a day.</li></ul><p>Or two.</p>' },
    { title: 'Bread', html: '<p>It is dearer.</p>' },
  ]);
  await addFeed(page, feed.url);
  await row(page, 'Snow').click();
  await expect(articlePage(page).locator('h1')).toHaveText('Snow');
  const button = article(page).getByRole('button', { name: 'Read aloud' });
  await expect(button).toHaveCount(0);
  // A system with voices, which end a text only when they are told to fall silent.
  await page.evaluate(() => {
    const speaking = window as unknown as Speaking;
    speaking.said = [];
    const voice = (lang: string, localService = true) => ({ lang, voiceURI: lang, name: lang, localService });
    const voices = [voice('fa-IR'), voice('en-GB', false), voice('en-US'), voice('en-ZA')];
    class Utterance {
      voice: { lang: string } | null = null;
      constructor(readonly text: string) {}
    }
    Object.assign(window, { SpeechSynthesisUtterance: Utterance });
    Object.assign(speechSynthesis, {
      getVoices: () => voices,
      speak: ({ voice: chosen, text }: Utterance) => void speaking.said.push(`${chosen?.lang}: ${text}`),
    });
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  });
  const said = () => page.evaluate(() => (window as unknown as Speaking).said.at(-1));
  const marked = articlePage(page).locator('[data-aloud]');

  await button.click();
  const bar = article(page).getByRole('group', { name: 'Read aloud' });
  await expect.poll(said).toBe('en-US: Snow');
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await expect.poll(said).toBe('en-US: For a day.');
  await expect(marked).toHaveText('For a day.');
  await page.keyboard.press('l');
  await bar.getByRole('button', { name: 'Previous paragraph' }).click();
  await expect(marked).toHaveText('The pass is closed.');
  await bar.getByRole('button', { name: 'Read on' }).click();
  await expect.poll(said).toBe('en-US: The pass is closed.');
  await bar.getByRole('button', { name: 'Voice' }).click();
  await page.getByRole('option', { name: 'en-ZA' }).click();
  await expect.poll(said).toBe('en-ZA: The pass is closed.');

  await row(page, 'Bread').click();
  await expect(articlePage(page).locator('h1')).toHaveText('Bread');
  await expect(bar).toHaveCount(0);
  // The voice is remembered.
  await page.keyboard.press('l');
  await expect.poll(said).toBe('en-ZA: Bread');
  await feed.close();
});
