import fs from 'node:fs';
import path from 'node:path';
import { electronInPlace } from './electron-runtime.mjs';
import { at } from './project.mjs';
import { Stop } from './say.mjs';

const electron = electronInPlace();
const releases = 'dist';

/** Where packages that must not be shipped go; null for a release. */
const testOutput = process.env.CARAVAN_TEST_PACKAGE ?? (electron?.isStandIn ? 'out-test' : null);

export default {
  appId: 'app.caravan.reader',
  productName: 'Caravan',
  executableName: 'caravan',
  artifactName: `\${name}-\${version}-\${os}-\${arch}.\${ext}`,
  // A deb must name a home and a maintainer. By desktopName a Linux desktop finds the window's icon.
  extraMetadata: { homepage: 'https://caravan.example', desktopName: 'caravan.desktop' },
  directories: { output: testOutput ?? releases, buildResources: 'build/icon' },
  // Everything that runs is bundled into out/.
  files: ['out/**', 'package.json', '!**/node_modules/**'],
  npmRebuild: false,
  publish: null,
  ...(electron?.isStandIn && { electronDist: path.dirname(electron.binary), electronVersion: electron.version }),
  beforePack: keepOutOfReleases,
  afterPack: dropLeftovers,

  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: testOutput !== null && process.env.CARAVAN_TEST_INSPECT === '1',
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },

  protocols: [{ name: 'News feed', schemes: ['feed', 'rss'] }],
  fileAssociations: [{ ext: 'opml', name: 'OPML subscription list', mimeType: 'text/x-opml', role: 'Viewer' }],

  win: { icon: 'build/icon/icon.ico', target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    buildUniversalInstaller: false,
  },
  mac: {
    icon: 'build/icon/icon.icns',
    category: 'public.app-category.news',
    hardenedRuntime: true,
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
  },
  linux: {
    icon: 'build/icon/sizes',
    category: 'Network;News;Feed',
    maintainer: 'The Caravan founders <founders@caravan.example>',
    synopsis: 'News reader that packs the news of your region for the road',
    syncDesktopName: true,
    target: ['AppImage', 'deb', 'tar.gz'],
  },
};

/** Asked here, since whoever calls electron-builder can name another folder than the one above. */
function keepOutOfReleases({ outDir }) {
  if (testOutput === null || path.resolve(outDir) !== at(releases)) return;
  throw new Stop(`This package is not for release (Electron ${electron?.version}): it must not go to ${releases}/.`);
}

/** Electron's own start page and version note: never loaded, and left over where the stand-in is packed. */
function dropLeftovers({ appOutDir }) {
  for (const file of ['version', 'resources/default_app.asar']) fs.rmSync(path.join(appOutDir, file), { force: true });
}
