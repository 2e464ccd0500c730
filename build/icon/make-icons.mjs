// Draws icon.svg in every size and format that the systems want: `node build/icon/make-icons.mjs` after a change to it.
// Node starts Electron on this same file, since Chromium is what draws.
import fs from 'node:fs';
import path from 'node:path';
import { launchElectron } from '../launch.mjs';
import { at } from '../project.mjs';
import { icns, ico, png } from './icon-files.mjs';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512];
const macSizes = [16, 32, 64, 128, 256, 512, 1024];

if (process.versions.electron) await inElectron();
else launchElectron([at('build/icon/make-icons.mjs')]).on('exit', (code) => process.exit(code ?? 1));

async function inElectron() {
  const { app, BrowserWindow } = await import('electron');
  void app.whenReady().then(async () => {
    const page = new BrowserWindow({ show: false }).webContents;
    await page.loadURL('data:text/html,');
    await writeIcons(page).then(
      () => app.quit(),
      (error) => {
        console.error(error);
        app.exit(1);
      },
    );
  });
}

async function writeIcons(page) {
  const pictures = [];
  for (const size of sizes) pictures.push({ size, png: await draw(page, size) });
  for (const picture of pictures) write(`sizes/${picture.size}x${picture.size}.png`, picture.png);
  write('icon.ico', ico(pictures.filter(({ size }) => size <= 256)));
  write('icon.png', await draw(page, 1024));

  const pngs = new Map();
  // A Mac leaves a tenth of the side free all round.
  for (const size of macSizes) pngs.set(size, await draw(page, size, size / 10));
  write('icon.icns', icns(pngs));
}

/** A PNG of the icon, `edge` pixels at each side being left free. */
async function draw(page, size, edge = 0) {
  const svg = fs.readFileSync(at('build/icon/icon.svg'), 'base64');
  const pixels = await page.executeJavaScript(`(async () => {
    const image = new Image(${size}, ${size});
    image.src = 'data:image/svg+xml;base64,${svg}';
    await image.decode();
    const context = new OffscreenCanvas(${size}, ${size}).getContext('2d');
    context.drawImage(image, ${edge}, ${edge}, ${size - 2 * edge}, ${size - 2 * edge});
    return context.getImageData(0, 0, ${size}, ${size}).data;
  })()`);
  return png(pixels, size);
}

function write(name, data) {
  const file = at('build/icon', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, data);
}
