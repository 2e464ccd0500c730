/** Right-to-left and the themes hold only when nobody names a side or a colour by hand. */
export default {
  rules: {
    'property-disallowed-list': [
      ['/^(margin|padding|border)-(left|right)/', 'left', 'right', '/^border-(top|bottom)-(left|right)-radius$/'],
      { message: 'Use the logical property (margin-inline-start, inset-inline-end …): right-to-left depends on it.' },
    ],
    'declaration-property-value-disallowed-list': [
      { 'text-align': ['left', 'right'], float: ['left', 'right'], clear: ['left', 'right'] },
      { message: 'Use start and end: right-to-left depends on it.' },
    ],
    'color-no-hex': [true, { message: 'Every colour is a token of renderer/theme/tokens.css.' }],
  },
};
