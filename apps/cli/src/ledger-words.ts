/** What is wrong with the events or with a head, in two languages. */
import type { LogFault, Named } from '#ledger/verify-log.js';

const told = ({ type, id, stream, version }: Named) => `${type} ${id} (${stream} @${version})`;

export function faultInWords(fault: LogFault): readonly [string, string] {
  switch (fault.code) {
    case 'EVENT_ALTERED': {
      const same = fault.event.id === fault.expected;
      return [
        `Sự kiện sai đầu tiên là sự kiện thứ ${fault.seq}: ${told(fault.event)}` +
          (same ? ' đã bị sửa.' : `; trước đây ở đó là ${fault.expected}.`),
        `The first wrong event is number ${fault.seq}: ${told(fault.event)}` +
          (same ? ' was altered.' : `; ${fault.expected} stood there.`),
      ];
    }
    case 'EVENTS_MISSING': {
      const id = fault.expected ? ` (${fault.expected})` : '';
      return [
        `Thiếu sự kiện từ số ${fault.seq}${id}: phần cuối đã bị cắt.`,
        `Events are missing from number ${fault.seq} on${id}: the tail was cut.`,
      ];
    }
    case 'EVENTS_ALTERED_BETWEEN':
      return [
        `Sự kiện bị sửa nằm trong khoảng từ ${fault.from} đến ${fault.to}; bảng của sổ kiểm chứng cũng bị sửa theo.`,
        `An event from ${fault.from} to ${fault.to} was altered, and the ledger's own rows with it.`,
      ];
    case 'TREE_ROW_ALTERED':
      return [
        `Các sự kiện đúng như đã ký, nhưng dòng ${fault.seq} của sổ kiểm chứng bị sửa. Chạy: dondoc rebuild ledger.`,
        `The events are what was signed, but row ${fault.seq} of the ledger was altered. Run: dondoc rebuild ledger.`,
      ];
    case 'HEAD_WRONG':
      return [
        `Dấu ký cho ${fault.size} sự kiện lúc ${fault.at} không khớp với các sự kiện.`,
        `The head for ${fault.size} events, signed ${fault.at}, is not that of the events.`,
      ];
    case 'PUBLISHED_HEAD_UNKNOWN':
      return [
        `Dấu đã công bố cho ${fault.size} sự kiện lúc ${fault.at} không còn trong sổ.`,
        `The published head for ${fault.size} events, signed ${fault.at}, is not in the ledger any more.`,
      ];
    case 'PUBLISHED_HEAD_NOT_SIGNED':
      return [
        `Dòng ${fault.line} của tệp công bố không do khóa của sổ ký.`,
        `Line ${fault.line} of the published file is not signed by a key of the ledger.`,
      ];
    case 'UNKNOWN_KEY':
      return [
        `Sổ không do khóa này ký: ${fault.key}.`,
        `The ledger is not signed by this key: ${fault.key}.`,
      ];
    case 'HEAD_NOT_SIGNED':
      return [
        `Dấu ký không hợp lệ: ${told(fault.event)} đã bị thay.`,
        `A signature does not hold: ${told(fault.event)} was replaced.`,
      ];
    case 'KEY_NOT_CHAINED':
      return [
        `Khóa mới không được khóa trước ký nhận: ${told(fault.event)}.`,
        `A key that the one before has not signed for: ${told(fault.event)}.`,
      ];
    case 'LEDGER_EVENT_MALFORMED':
      return [`Sự kiện hỏng: ${told(fault.event)}.`, `A malformed event: ${told(fault.event)}.`];
    default:
      return fault satisfies never;
  }
}
