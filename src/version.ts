import manifest from '../package.json'

/** Of this app, for people who ask for help and for what is told of trouble. */
export const VERSION: string = manifest.version
