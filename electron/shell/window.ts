import path from 'node:path';
import { BrowserWindow, type Input, nativeTheme, screen, type WebContents } from 'electron';
import type { Settings } from '../contract/settings';
import { askForMenu } from './article-menu';
import { tell } from './ipc';
import { openOutside } from './links';
import { showEditingMenu } from './menu';
import { APP_ORIGIN } from './protocol';

/** The title bar's height and colours, the same as the window's own tokens (renderer/theme/tokens.css). */
const TITLE_BAR = 48;
const CHROME = {
  light: { color: '#f3f1ec', symbolColor: '#5c574e' },
  dark: { color: '#1c1f21', symbolColor: '#b3aea4' },
};
const PAPER = { light: '#fbfaf7', dark: '#16181a' };

const shade = () => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light');

/** Opens the one window, not shown yet: its theme is known only when the library is open. */
export function openWindow(onLog: (message: string) => void): BrowserWindow {
  const mac = process.platform === 'darwin';
  const room = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    title: 'Caravan',
    width: Math.min(1440, room.width),
    height: Math.min(900, room.height),
    minWidth: 480,
    minHeight: 400,
    show: false,
    backgroundColor: PAPER[shade()],
    titleBarStyle: mac ? 'hiddenInset' : 'hidden',
    titleBarOverlay: mac ? { height: TITLE_BAR } : { ...CHROME[shade()], height: TITLE_BAR },
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  guard(window.webContents, onLog);
  recover(window.webContents, onLog);
  offerEditing(window);
  nativeTheme.on('updated', () => colourChrome(window));
  window.webContents.on('before-input-event', (_, input) => passKey(window, input));
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

/** Nothing navigates, opens or embeds; a link that the reader clicks opens in the browser. */
function guard(contents: WebContents, onLog: (message: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url).then((opened) => opened || onLog(`refused to open ${url.slice(0, 200)}`));
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    const ours = event.isMainFrame ? event.url === `${APP_ORIGIN}/` : event.url.startsWith('about:srcdoc');
    if (!ours) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.session.setPermissionRequestHandler((_, _permission, decide) => decide(false));
  contents.session.setPermissionCheckHandler(() => false);
  contents.session.on('will-download', (event) => event.preventDefault());
}

/** A page whose process has died is loaded anew: everything it showed is in the library. */
function recover(contents: WebContents, onLog: (message: string) => void): void {
  contents.on('render-process-gone', (_, { reason }) => {
    onLog(`the window's process ended (${reason}); it is loaded again`);
    if (reason !== 'clean-exit') contents.reload();
  });
}

/** By the right button: in fields cut, copy and paste; in the article what can be done there. */
function offerEditing(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_, params) => {
    const { isEditable, selectionText, frame } = params;
    if (frame?.parent) askForMenu(window, params);
    else if (isEditable || selectionText) showEditingMenu(isEditable);
  });
}

/** No script runs in the article's frame, so the keys pressed there come this way (renderer/commands decides). */
function passKey(window: BrowserWindow, input: Input): void {
  if (input.type !== 'keyDown' || input.isComposing) return;
  const { key, code, control: ctrl, meta, alt, shift } = input;
  tell(window, 'key.pressed', { key, code, ctrl, meta, alt, shift });
}

/** Gives the system's own drawing (menus, title-bar buttons) the theme that the reader chose. */
export function applyTheme(window: BrowserWindow | null, theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
  if (window) colourChrome(window);
}

/** Also when the system turns dark by itself in the evening. */
function colourChrome(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  window.setBackgroundColor(PAPER[shade()]);
  if (process.platform !== 'darwin') window.setTitleBarOverlay({ ...CHROME[shade()], height: TITLE_BAR });
}
