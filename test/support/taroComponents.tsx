import {
  type ComponentType,
  createElement,
  forwardRef,
  type HTMLAttributes,
  type Ref,
  useEffect,
  useRef,
} from 'react'

// jsdom is a browser
process.env.TARO_ENV = 'h5'

type Props = HTMLAttributes<HTMLElement> & Record<string, unknown>

/** What Taro's components take and HTML does not. */
const TARO_ONLY = [
  'hoverClass',
  'hoverStayTime',
  'hoverStopPropagation',
  'catchMove',
  'placeholderClass',
  'confirmType',
  'autoHeight',
  'disableDefaultPadding',
  'showConfirmBar',
  'cursorSpacing',
  'scrollX',
  'scrollY',
  'enhanced',
  'showScrollbar',
  'onLongPress',
  'nativeProps',
  'maxlength',
  'focus',
  'tabindex',
  'onConfirm',
]

const plain = (tag: string) =>
  forwardRef(({ children, ...props }: Props, ref: Ref<HTMLElement>) => {
    const html = Object.fromEntries(Object.entries(props).filter(([name]) => !TARO_ONLY.includes(name)))
    return createElement(
      tag,
      { ...html, maxLength: props.maxlength as number, tabIndex: props.tabindex as number, ref },
      children,
    )
  })

/** Events of an input carry its words in `detail`, as WeChat's do; `focus` moves the cursor there. */
const typed = (tag: string) => {
  const Plain = plain(tag) as ComponentType<object>
  return function Typed({ onInput, focus, ...props }: Props) {
    const element = useRef<HTMLElement>(null)
    const say = onInput as ((event: object) => void) | undefined
    const onChange = (event: { target: { value: string } }) =>
      say?.({ detail: { value: event.target.value } })
    useEffect(() => {
      if (focus) element.current?.focus()
    }, [focus])
    return createElement(Plain, {
      ...props,
      ...(props.nativeProps as object),
      onChange,
      ref: element,
    } as object)
  }
}

/** Taro's components as the elements that they mean: for tests of ours, in jsdom. */
export const View = plain('div')
export const Text = plain('span')
export const ScrollView = plain('div')
export const Button = plain('button')
export const Image = plain('img')
export const Input = typed('input')
export const Textarea = typed('textarea')
