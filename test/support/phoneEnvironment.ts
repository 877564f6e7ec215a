import { TextDecoder, TextEncoder } from 'node:util'
import JsdomEnvironment from 'jest-environment-jsdom'

/** jsdom, with what PostgreSQL's and the web socket's clients expect of Node. The mini-program itself has only `wx`. */
export default class PhoneEnvironment extends JsdomEnvironment {
  override async setup() {
    await super.setup()
    Object.assign(this.global, { TextEncoder, TextDecoder, setImmediate, clearImmediate, fetch })
  }
}
