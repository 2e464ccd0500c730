/**
 * Who may import whom: the table of docs/architecture.md, held by dependency-cruiser.
 * Each room lists all that it may import; anything else in the project, or of a package not named, is a broken wall.
 */
const CONTRACT = '^electron/contract/';
const core = (...rooms) => rooms.map((room) => `^electron/core/${room}(/|\\.)`);
const packages = (...names) => names.map((name) => `node_modules/${name}(/|$)`);
const LOG = '^electron/core/log\\.ts$';

/** `room` may import itself, what is listed, and (where `node` is true) Node's own modules. */
function wall(name, room, allowed, { node = true } = {}) {
  return {
    name,
    severity: 'error',
    comment: `${room} may import only: ${allowed.join(', ') || 'itself'}`,
    from: { path: room },
    to: { pathNot: [room, ...allowed], dependencyTypesNot: node ? ['core'] : ['undetermined'] },
  };
}

const rendererRoom = (room, ...allowed) =>
  wall(`renderer-${room}`, `^renderer/${room}/`, [
    ...['state', 'commands', 'ui', 'words'].map((shared) => `^renderer/${shared}/`),
    '^renderer/caravan\\.ts$',
    CONTRACT,
    ...REACT,
    ...allowed,
  ]);

const REACT = packages(
  'react',
  'react-dom',
  'react-aria-components',
  'react-i18next',
  'i18next',
  'lucide-react',
  '@tanstack/react-query',
  '@types/react',
  '@types/react-dom',
);

module.exports = {
  forbidden: [
    wall('contract', CONTRACT, packages('valibot'), { node: false }),
    wall('parsing', core('parsing')[0], [CONTRACT, ...packages('rss-parser', 'htmlparser2', 'iconv-lite', 'chardet')]),
    wall('fetching', core('fetching')[0], [CONTRACT, LOG, '^package\\.json$', ...packages('undici', 'socks')]),
    wall('extracting', core('extracting')[0], [
      CONTRACT,
      ...packages('sanitize-html', '@types/sanitize-html', 'htmlparser2', 'linkedom', '@mozilla/readability'),
    ]),
    wall('pictures', core('pictures')[0], [
      CONTRACT,
      ...packages('@jsquash/avif', '@jsquash/jpeg', '@jsquash/png', '@jsquash/webp'),
    ]),
    wall('keeping', '^electron/core/keeping/', [
      CONTRACT,
      LOG,
      ...core('store', 'articles', 'fetching', 'pictures', 'subscriptions', 'work'),
      '^electron/core/(announcer|network|refresh-queue)\\.ts$',
    ]),
    wall('articles', core('articles')[0], [CONTRACT]),
    wall('search', core('search')[0], [CONTRACT]),
    wall('store', core('store')[0], [CONTRACT, LOG, ...packages('lowdb', 'valibot')]),
    wall('reading', core('reading')[0], [CONTRACT, LOG, ...core('store', 'articles')]),
    wall('subscriptions', core('subscriptions')[0], [
      CONTRACT,
      LOG,
      ...core('store', 'articles', 'fetching', 'parsing', 'work', 'reading'),
      ...packages('valibot'),
    ]),
    wall('archive', core('archive')[0], [
      CONTRACT,
      ...core('store', 'articles', 'reading', 'subscriptions', 'fetching'),
      ...packages('yazl', 'yauzl', '@types/yazl', '@types/yauzl', 'valibot'),
    ]),
    wall('output', core('output')[0], [
      CONTRACT,
      ...core('articles', 'extracting'),
      ...packages('yazl', '@types/yazl'),
    ]),
    wall('storage', core('storage')[0], [CONTRACT, ...core('store', 'articles')]),
    wall('trips', '^electron/core/trips/', [
      CONTRACT,
      LOG,
      ...core('store', 'articles'),
      '^electron/core/announcer\\.ts$',
    ]),
    wall('work', core('work')[0], [
      CONTRACT,
      LOG,
      ...core('parsing', 'extracting', 'articles', 'pictures', 'search'),
      '^electron/core/store/(body-record|frame|slices)\\.ts$',
    ]),
    wall('core', '^electron/core/', [
      CONTRACT,
      '^package\\.json$',
      ...packages('rss-parser', 'htmlparser2', 'sanitize-html', '@types/sanitize-html', 'lowdb', 'valibot', 'p-queue'),
      ...packages('linkedom', '@mozilla/readability'),
      ...packages('@jsquash/avif', '@jsquash/jpeg', '@jsquash/png', '@jsquash/webp'),
      ...packages('iconv-lite', 'chardet', 'yazl', 'yauzl', '@types/yazl', '@types/yauzl', 'undici', 'socks'),
    ]),
    wall('shell', '^electron/shell/', [
      CONTRACT,
      ...core('library'),
      LOG,
      '^electron/core/fetching/(fetch|node-fetch|private-host|response)\\.ts$',
      ...packages('electron'),
    ]),
    wall('main', '^electron/main\\.ts$', [
      CONTRACT,
      '^electron/shell/',
      ...core('library'),
      '^electron/core/work/(worker-pool|finder-thread)\\.ts$',
      ...packages('electron'),
    ]),
    wall('preload', '^electron/preload\\.ts$', [CONTRACT, ...packages('electron')]),
    wall('cli', '^electron/cli(/|\\.ts$)', [CONTRACT, ...core('library', 'work', 'fetching', 'extracting'), LOG]),
    rendererRoom('article', ...packages('dompurify')),
    rendererRoom('article-list'),
    rendererRoom('commands'),
    rendererRoom('feeds'),
    rendererRoom('search'),
    rendererRoom('settings'),
    rendererRoom('sidebar'),
    rendererRoom('trips'),
    rendererRoom('welcome'),
    rendererRoom('window'),
    rendererRoom('state', ...packages('zustand', 'valibot')),
    rendererRoom('ui'),
    rendererRoom('words'),
    {
      name: 'lowdb-only-in-the-store',
      severity: 'error',
      from: { path: '^(electron|renderer)/', pathNot: '^electron/core/store/' },
      to: { path: packages('lowdb') },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      comment: 'ui has no domain words and makes no calls',
      from: { path: '^renderer/ui/' },
      to: { path: ['^electron/', '^renderer/(state|commands|caravan)'] },
    },
    {
      name: 'state-knows-no-screen',
      severity: 'error',
      comment: 'state and words are below commands and ui',
      from: { path: '^renderer/(state|words)/' },
      to: { path: '^renderer/(commands|ui)/' },
    },
    {
      name: 'renderer-reaches-only-the-contract',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/(core|shell|cli|main|preload)', 'node_modules/(electron|lowdb|rss-parser)(/|$)'] },
    },
    {
      name: 'nobody-imports-tests-or-build',
      severity: 'error',
      from: { path: '^(electron|renderer)/' },
      to: { path: '^(tests|build)/' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^(electron|renderer)/' }, to: { circular: true } },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^(electron|renderer)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
