import manifest from '../../../package.json'

/** Of this app, for people who ask for help. */
export const VERSION: string = manifest.version
