/** Few pages ask or say something over all else, so H5 fetches Taro's dialogs when the first one does. */
export { showModal, showToast } from '@tarojs/taro'
