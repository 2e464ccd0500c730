import type { Speech } from './aloud';

/** The system's voices by way of the window. Those that a server speaks are left out: what one reads stays here. */
export const windowSpeech: Speech = {
  voices: () =>
    speechSynthesis
      .getVoices()
      .filter(({ localService }) => localService)
      .map(({ voiceURI: id, name, lang: language }) => ({ id, name, language: language.replaceAll('_', '-') })),
  onVoices(changed) {
    speechSynthesis.addEventListener('voiceschanged', changed);
    return () => speechSynthesis.removeEventListener('voiceschanged', changed);
  },
  speak({ text, language, voice, rate }, done) {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    utterance.rate = rate;
    utterance.voice = speechSynthesis.getVoices().find(({ voiceURI }) => voiceURI === voice) ?? null;
    utterance.onend = () => done(null);
    utterance.onerror = ({ error }) => done(error);
    speechSynthesis.speak(utterance);
  },
  cancel: () => speechSynthesis.cancel(),
};
