import { isCommon } from './common-passwords';

test.each([
  'aaaaaaaaaaaa',
  '111111111111',
  '123123123123',
  'abcabcabcabca',
  'abc123abc123',
  '123456789012',
  '1234567890123',
  '987654321098',
  'abcdefghijkl',
  'qwertyuiop123',
  'qwerty123456',
  '1qaz2wsx3edc',
  '1q2w3e4r5t6y',
  'q1w2e3r4t5y6',
  'zaq12wsxcde3',
  "asdfghjkl;'123",
  '1234qwerasdfzxcv',
  'password1234',
  'Password1234!',
  'P@ssw0rd1234',
  'passwordpassword',
  'MyPassword2024!',
  'letmein12345',
  'letmeinplease!',
  'welcome12345',
  'administrator',
  'iloveyou1234',
  'Summer2026!!!',
  'correcthorsebatterystaple',
  'changeme-changeme',
])('%s is guessed first', (password) => {
  expect(isCommon(password)).toBe(true);
});

test.each([
  'bodega-demo-2026',
  'plum-kettle-47-orbit',
  'the password of the lighthouse',
  'kQ4-vozo-7.x',
  'пароль надёжный',
  'sellers sell seashells',
])('%s is not', (password) => {
  expect(isCommon(password)).toBe(false);
});
