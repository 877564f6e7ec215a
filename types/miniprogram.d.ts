declare module 'miniprogram-simulate' {
  import type { MiniComponent } from '../test/weapp/harness'
  export function load(path: string, tagName: string, options: object): string
  export function render(id: string): MiniComponent
}
