/** Taro's entries; each leads to a page of a thing. */
const entries = '^src/(pages|member|desk|grid|community)/'

/** What each thing tells the client, and the list of all. */
const things = '^src/(things|[^/]+/client)\\.ts$'

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** Who may import whom (docs/architecture.md). */
module.exports = {
  forbidden: [
    never(
      'domain-alone',
      'domain/ imports zod/mini and itself',
      { path: '^domain/' },
      {
        pathNot: ['^domain/', '^node_modules/zod/(v4/)?mini/'],
      },
    ),
    never(
      'kernel-below-things',
      'the kernel knows no thing that stands on it',
      { path: '^domain/kernel/' },
      { path: '^domain/', pathNot: '^domain/kernel/' },
    ),
    never('src-not-cloud', 'the phone does not know the cloud', { path: '^src/' }, { path: '^cloud/' }),
    never('cloud-not-src', 'the cloud does not know the phone', { path: '^cloud/' }, { path: '^src/' }),
    never(
      'ui-pure',
      'components take props and give events',
      { path: '^src/ui/' },
      { path: '^src/', pathNot: '^src/ui/' },
    ),
    never(
      'store-below',
      'what pages read knows nothing of those who fill it, and no page',
      { path: ['^src/store/', '^src/[^/]+/store/'] },
      {
        path: ['^src/(sync|client|shell)/', '[pP]age\\.tsx$'],
      },
    ),
    never(
      'taro-in-platform',
      "only platform/ calls Taro's API",
      { path: '^src/', pathNot: '^src/platform/' },
      {
        path: '^node_modules/@tarojs/taro/',
      },
    ),
    never(
      'sync-by-itself',
      'sync/ is an engine for any rows and commands: it knows no needs, no stores and no pages',
      { path: '^src/sync/' },
      {
        pathNot: [
          '^src/sync/',
          '^src/platform/(port|setIfRoom)\\.ts$',
          '^domain/kernel/(protocol|checksum|id|time)\\.ts$',
        ],
      },
    ),
    never(
      'protocol-of-any-rows',
      'the wire contract names no entity and no command of ours; synced.ts does',
      { path: '^domain/kernel/(protocol|checksum|id|time)\\.ts$' },
      { path: '^domain/', pathNot: '^domain/kernel/(protocol|text)\\.ts$' },
    ),
    never(
      'sync-by-client',
      'pages use the sync through client/; things.ts tells it what is ours',
      { path: '^src/', pathNot: ['^src/(sync|client)/', things] },
      { path: '^src/sync/' },
    ),
    never(
      'client-by-index',
      'client/ is entered by its index.ts',
      { path: '^src/', pathNot: ['^src/client/', things] },
      { path: '^src/client/', pathNot: '^src/client/index\\.ts$' },
    ),
    never(
      'client-has-no-words',
      "a thing's view/ makes words of what client/ and things.ts name",
      { path: ['^src/client/', things] },
      { path: ['^src/(ui|shell|format|outbox)/', '^src/[^/]+/(view/|actions|status|face)'] },
    ),
    never(
      'sql-in-repos',
      'SQL stands in *Repo.ts and db/; others pass the transaction on, as a type',
      {
        path: '^cloud/',
        pathNot: ['^cloud/(db|postgres)/', 'Repo\\.ts$'],
      },
      { path: '^node_modules/(@types/)?(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'repo-in-its-room',
      'a repo is used by its own room',
      { path: '^cloud/([^/]+)/' },
      {
        path: 'Repo\\.ts$',
        pathNot: '^cloud/$1/',
      },
    ),
    never(
      'repo-not-at-the-door',
      'a repo is used by its own room',
      { path: '^cloud/[^/]+$' },
      { path: 'Repo\\.ts$' },
    ),
    never(
      'entries-lead-in',
      "Taro's entries are nobody's library",
      { path: '^(src|cloud|domain)/' },
      { path: entries },
    ),
    never(
      'entries-only-lead',
      'an entry is the address of a page: what the page does stands with its thing',
      { path: entries },
      { path: '^(src|domain)/', pathNot: 'Page\\.tsx$' },
    ),
    never('no-cycles', 'a cycle has no beginning to read from', {}, { circular: true }),
    never(
      'nothing-imports-tests',
      'tests know us, we do not know tests',
      { pathNot: '^test/' },
      { path: '^test/' },
    ),
    never('resolvable', 'an import leads nowhere', {}, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
