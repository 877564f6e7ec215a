/** Taro's components as H5 has them: for tests of ours, in jsdom. */
process.env.TARO_ENV = 'h5'

export * from '@/platform/web/components'
