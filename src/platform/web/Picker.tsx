import type { ReactNode } from 'react'

interface PickerProps {
  mode: 'date' | 'time'
  value: string
  className?: string
  children: ReactNode
  onChange: (event: { detail: { value: string } }) => void
}

/** The browser's own field lies unseen over the words, so that a tap opens the phone's own wheels. */
export const Picker = ({ mode, value, className, children, onChange }: PickerProps) => (
  <label className={`picked ${className ?? ''}`}>
    {children}
    <input
      className='picked__field'
      type={mode}
      required
      value={value}
      onClick={({ currentTarget }) => currentTarget.showPicker?.()}
      onChange={({ target }) => target.value && onChange({ detail: { value: target.value } })}
    />
  </label>
)
