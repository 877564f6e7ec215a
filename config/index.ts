import fs from 'node:fs'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import dev from './dev'
import prod from './prod'

const target = process.env.TARO_ENV
const root = path.resolve(__dirname, '..')
const source = path.join(root, 'src')
const pageConfigs = fs
  .readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.config.ts'))
  .map((file) => path.join(source, file))

// TypeScript outside `src` is compiled only where it is named.
const compile = { include: [path.join(root, 'domain')] }

// A mini-program has no origin, so its build carries the address; H5 asks the server that it came from.
const apiBase = process.env.API_BASE ?? (target === 'h5' ? '' : 'http://127.0.0.1:8710')

export default defineConfig<'webpack5'>(async (merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'xianfeng',
    date: '2026-11-23',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${target}`,
    plugins: [path.join(__dirname, 'weapp.ts')],
    alias: { '@': source, domain: path.join(root, 'domain') },
    defineConstants: { API_BASE: JSON.stringify(apiBase) },
    copy: { patterns: [], options: {} },
    framework: 'preact',
    // Prebundling multiplies the first load of H5 by six.
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Taro writes what a page's config says into its code without telling the cache that it did.
    cache: { enable: !process.env.CI, buildDependencies: { pages: pageConfigs } },
    mini: {
      // config/ for the part of weapp.ts that runs on the phone
      compile: { include: [...compile.include, __dirname] },
      optimizeMainPackage: { enable: true },
      webpackChain(chain) {
        chain.resolve.alias.set('react-dom', path.join(__dirname, 'weappDom.ts'))
      },
      postcss: { pxtransform: { enable: true, config: {} } },
    },
    h5: {
      compile,
      // Taro's own name for components without a runtime of their own; ours stand in for them (web.ts)
      useHtmlComponents: true,
      // rem that grows with the window would double the page on a desktop: px stay px.
      postcss: { pxtransform: { enable: false } },
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
    },
  }
  return merge({}, base, process.env.NODE_ENV === 'development' ? dev : prod)
})
