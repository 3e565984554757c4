import { Networks } from '../../../platform/network/addresses';
import { status, WebhookReceiver } from '../testing/webhook-receiver';
import { ReceiverAddresses, type Resolve } from './receiver-addresses';
import { sendWebhook } from './send-webhook';

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await WebhookReceiver.start();
});
afterAll(() => receiver.stop());

const standsFor =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const nowhere = new Networks([]);
const here = new Networks(['127.0.0.1']);
const signal = new AbortController().signal;
const delivery = (url: string): Parameters<typeof sendWebhook>[0] => ({
  ...{ id: 'msg_1', body: '{}', attempts: 1, lease: '', url, secrets: ['whsec_c2VjcmV0'] },
});

describe('the addresses of a receiver', () => {
  const url = new URL('https://shop.example/hooks');

  it('should be those of its name, when they are on the internet', async () => {
    const addresses = await new ReceiverAddresses(nowhere, standsFor('1.1.1.1', '2606:4700::1')).of(url);
    expect(addresses.map(({ address }) => address)).toEqual(['1.1.1.1', '2606:4700::1']);
  });

  it.each([
    ['10.1.2.3'],
    ['100.64.0.1'],
    ['127.9.9.9'],
    ['169.254.169.254'],
    ['172.31.255.255'],
    ['192.168.1.1'],
    ['0.0.0.0'],
    ['224.0.0.1'],
    ['255.255.255.255'],
    ['::'],
    ['::1'],
    ['::ffff:10.0.0.1'],
    ['::ffff:7f00:1'],
    ['64:ff9b::7f00:1'],
    ['fc00::1'],
    ['fe80::1%eth0'],
    ['ff02::1'],
    ['2001::1'],
    ['2002:0a00:1::'],
  ])('should be refused when one of them is %s', async (address) => {
    const addresses = new ReceiverAddresses(nowhere, standsFor('1.1.1.1', address));
    await expect(addresses.of(url)).rejects.toThrow('Its host must have a public address.');
  });

  it('should be looked up where the machine looks names up', async () => {
    await expect(new ReceiverAddresses(nowhere).of(new URL('https://localhost/x'))).rejects.toThrow(
      'Its host must have a public address.',
    );
    expect(
      await new ReceiverAddresses(new Networks(['127.0.0.1', '::1'])).of(new URL('http://localhost/x')),
    ).not.toEqual([]);
  });

  it('should be refused alike when there are none', async () => {
    await expect(new ReceiverAddresses(nowhere, standsFor()).of(url)).rejects.toThrow(
      'Its host must have a public address.',
    );
    const unknown: Resolve = () => Promise.reject(new Error('ENOTFOUND'));
    await expect(new ReceiverAddresses(nowhere, unknown).of(url)).rejects.toThrow(
      'Its host must have a public address.',
    );
  });
});

describe('a message', () => {
  it('should be connected to the address that was checked, whatever its name stands for otherwise', async () => {
    receiver.play();
    const receivers = new ReceiverAddresses(here, standsFor('127.0.0.1'));
    const attempt = await sendWebhook(delivery(`http://shop.invalid:${receiver.port}/x`), receivers, signal);
    expect(attempt).toMatchObject({ status: 204, error: null });
    expect(receiver.messages[0]?.headers.host).toBe(`shop.invalid:${receiver.port}`);
  });

  it('should not be sent when the name has come to stand for a private address since it was saved', async () => {
    receiver.play(status(200));
    const answers = [['1.1.1.1'], ['127.0.0.1']];
    const receivers = new ReceiverAddresses(nowhere, () => standsFor(...(answers.shift() ?? []))(''));
    const url = `https://shop.example:${receiver.port}/x`;
    await receivers.of(new URL(url));
    expect(await sendWebhook(delivery(url), receivers, signal)).toEqual({
      ...{ status: null, error: 'Its host must have a public address.', retryAfterMillis: null, again: true },
    });
    expect(receiver.messages).toEqual([]);
  });

  it('should be asked for once, so that no second answer can be another one', async () => {
    receiver.play();
    let asked = 0;
    const receivers = new ReceiverAddresses(here, async () => {
      asked += 1;
      return [{ address: '127.0.0.1', family: 4 }];
    });
    await sendWebhook(delivery(`http://shop.invalid:${receiver.port}/x`), receivers, signal);
    expect(asked).toBe(1);
  });

  it('should be broken off at the deadline', async () => {
    receiver.play(() => undefined);
    const receivers = new ReceiverAddresses(here, standsFor('127.0.0.1'));
    const silent = await sendWebhook(delivery(receiver.url), receivers, AbortSignal.timeout(100));
    expect(silent).toMatchObject({
      status: null,
      error: 'The receiver did not answer within 10 s.',
      again: true,
    });
  });
});
