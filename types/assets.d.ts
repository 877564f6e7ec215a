declare module '*.css'
declare module '*.png' {
  const url: string
  export default url
}
declare module '*.svg' {
  const url: string
  export default url
}
declare module '@tarojs/plugin-framework-react/dist/runtime'

/** What the build puts in place of these names (config/index.ts). */
declare const API_BASE: string
