/** The commands and their options. Each command is loaded when it is called, so that a calculation opens no database. */
import fs from 'node:fs';
import path from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { FIGURES } from '../../api/src/figures.js';
import { type Io, report } from './io.js';
import { packageRoot } from './package-root.js';

export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  try {
    await program(io, (ended) => (code = ended)).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return report(error, io);
  }
}

const JSON_OPTION = [
  '--json',
  'in một văn bản JSON cho chương trình / one JSON document for programs',
] as const;
const AS_OF =
  'sổ đến hết ngày này (2025-10-31), đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này / ' +
  'the register at the end of that day, at that instant, or right after the event at that position';

function program(io: Io, end: (code: number) => void): Command {
  const root = new Command('dondoc')
    .description(
      'Đôn Đốc: sổ theo dõi kiến nghị và nhiệm vụ của UBND tỉnh.\nThe register of petitions and directives of a provincial People’s Committee.',
    )
    .version(version(), '-V, --version', 'phiên bản / version')
    .helpOption('-h, --help', 'hướng dẫn / help')
    .helpCommand('help [command]', 'hướng dẫn một lệnh / help for a command')
    .showHelpAfterError('(dondoc --help: hướng dẫn / help)')
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(inBoth(text.trimEnd())),
    })
    .exitOverride();
  addCalculator(root, io);
  addQuestions(root, io);
  addReports(root, io);
  addCalendar(root, io);
  addWork(root, io, end);
  addUsers(root, io, end);
  addPrivacy(root, io);
  addMail(root, io);
  addLedger(root, io);
  addEvidence(root, io, end);
  return root;
}

function addCalculator(root: Command, io: Io): void {
  command(root, 'due', 'tính hạn, giải thích từng ngày / work out a due date, day by day')
    .requiredOption('--start <date>', 'ngày bắt đầu, YYYY-MM-DD / day zero')
    .requiredOption('--term <term>', 'thời hạn: "5 ngày làm việc", "trước 30/11/2026", 10d… / the term')
    .option('--calendar <file>', 'tệp lịch làm việc JSON / calendar file; default: the declared years')
    .option('--pause <from/to>', 'tạm dừng [từ, đến), lặp lại được / pause [from, to), repeatable', collect)
    .option('--extend <term>', 'gia hạn thêm, lặp lại được / extension, repeatable', collect)
    .option(
      '--zero <rule>',
      'event-day | deem-received-next-working-day: cách chọn ngày bắt đầu / which day is day zero',
    )
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./due.command.js')).due(options, io));
}

function addQuestions(root: Command, io: Io): void {
  command(root, 'history', 'mọi việc đã xảy ra với một hồ sơ / all that happened to a case')
    .argument('<case>', 'số (KN-2025-00001) hoặc mã hồ sơ / number or id')
    .option(...JSON_OPTION)
    .action(async (name, options) => (await import('./history.command.js')).history(name, options, io));

  ofDay(command(root, 'register', 'sổ theo dõi, mỗi dòng một nghĩa vụ / the register, a line an obligation'))
    .addOption(
      new Option('--sort <order>', 'thứ tự / order')
        .choices(['due', 'case', 'unit', 'agency', 'subject', 'assigned'])
        .default('due'),
    )
    .option('--desc', 'ngược lại / descending')
    .option('--limit <n>', 'số dòng, 1–200 / lines', whole(1, 200), 50)
    .option('--cursor <cursor>', 'trang sau: nextCursor của trang trước / the next page')
    .option('--all', 'mọi dòng / every line')
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./register.command.js')).register(options, io));

  ofDay(command(root, 'counts', 'số lượng theo tình trạng thời hạn / counts in the standard buckets'))
    .addOption(
      new Option('--by <group>', 'theo cơ quan, xã, lĩnh vực, buổi làm việc / grouped by')
        .choices(['all', 'agency', 'unit', 'field', 'session'])
        .default('all'),
    )
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./register.command.js')).counts(options, io));

  ofDay(
    command(
      root,
      'explain',
      'vì sao con số là như vậy: các nghĩa vụ được đếm và sự kiện đưa chúng vào đó / why a figure is what it is',
    ).addArgument(new Argument('<figure>', 'con số / the figure').choices(FIGURES)),
  )
    .option('--limit <n>', 'số nghĩa vụ, 1–200 / obligations', whole(1, 200), 50)
    .option('--cursor <cursor>', 'trang sau: nextCursor của trang trước / the next page')
    .option(...JSON_OPTION)
    .action(async (figure, options) => (await import('./explain.command.js')).explain(figure, options, io));

  filtered(
    command(
      root,
      'diff',
      'so sổ của hai ngày, và vì sự kiện nào mà khác / two days compared, and why they differ',
    ),
  )
    .requiredOption('--from <when>', 'ngày trước / the first day')
    .option('--to <when>', 'ngày sau; mặc định: bây giờ / the second; default: now')
    .addOption(reading('--reading'))
    .addOption(reading('--to-reading'))
    .option('--limit <n>', 'số nghĩa vụ, 1–1000 / obligations', whole(1, 1_000), 50)
    .option('--cursor <cursor>', 'trang sau: nextCursor của trang trước / the next page')
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./explain.command.js')).diff(options, io));
}

function addCalendar(root: Command, io: Io): void {
  const load = () => import('./calendar.command.js');
  const calendar = command(
    root,
    'calendar',
    'thay đổi lịch làm việc và hạn đang chạy / a change of the calendar and the due dates that run',
  );
  command(calendar, 'preview', 'hạn nào sẽ đổi; không ghi gì / which due dates would move; writes nothing')
    .option(
      '--days <file>',
      'tệp JSON các ngày định khai báo: [{ date, kind, legalBasis }] / days to be declared',
    )
    .option('--revoke <date>', 'ngày định hủy, lặp lại được / a day to be revoked, repeatable', collect)
    .option(...JSON_OPTION)
    .action(async (options) => (await load()).preview(options, io));
  command(calendar, 'apply', 'tính lại mọi hạn đang chạy theo lịch đã khai báo / recompute what runs')
    .requiredOption('--reason <text>', 'lý do, ghi vào từng nghĩa vụ / reason, recorded with each obligation')
    .option(...JSON_OPTION)
    .action(async (options) => (await load()).apply(options, io));
}

function addReports(root: Command, io: Io): void {
  command(root, 'report', 'báo cáo của Văn phòng, để in hoặc mở bằng Excel / the reports of the office')
    .addArgument(
      new Argument('<name>', 'tên báo cáo / its name').choices([
        ...['agencies', 'overdue', 'newly-overdue', 'timeliness'],
        ...['days-held', 'answers-by-unit', 'answers-by-field'],
      ]),
    )
    .option('--from <date>', 'ngày đầu kỳ / first day of the period')
    .option('--to <date>', 'ngày cuối kỳ / last day of the period')
    .addOption(
      new Option('--by <date>', 'kỳ tính theo ngày giao hay theo hạn / which date is in the period')
        .choices(['assigned', 'due'])
        .default('assigned'),
    )
    .addOption(
      new Option('--format <format>', 'dạng / format; default: a table for people').choices([
        'json',
        'html',
        'csv',
      ]),
    )
    .addOption(
      new Option('--separator <separator>', 'dấu phân cách của CSV / of the CSV')
        .choices(['comma', 'semicolon'])
        .default('comma'),
    )
    .addOption(new Option('--kind <kind>', 'loại hồ sơ / kind of case').choices(['petition', 'directive']))
    .option('--agency <code>', 'cơ quan phải thực hiện / the agency that owes')
    .option('--unit <code>', 'xã, phường kiến nghị / the commune or ward')
    .option('--field <code>', 'lĩnh vực / field')
    .option('--as-of <when>', AS_OF)
    .addOption(reading('--reading'))
    .action(async (name, options) => (await import('./report.command.js')).report(name, options, io));
}

function addWork(root: Command, io: Io, end: (code: number) => void): void {
  command(
    root,
    'forecast',
    'dự báo đôn đốc những ngày tới; hoặc thử một quy tắc trên năm đã qua / the ladder ahead, or a policy tried on the past',
  )
    .option('--days <n>', 'số ngày tới, mặc định 30 / days ahead', whole(1, 366))
    .option('--policy <file>', 'tệp JSON của một quy tắc chưa ban hành / a policy that is not adopted')
    .option('--past <n>', 'thử quy tắc đó trên số ngày đã qua / try it on so many days past', whole(1, 366))
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./forecast.command.js')).forecast(options, io));

  command(root, 'demo', 'đồng hồ của tỉnh trình diễn / the clock of the demonstration province')
    .option('--today <date>', 'chuyển sang ngày này / move it to this day')
    .option('--reset', 'về ngày thật / back to the real day')
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./demo.command.js')).demo(options, io));

  command(root, 'projections', 'tình trạng các bảng đọc / state of the projections')
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./projection.command.js')).projections(options, io));

  command(root, 'rebuild', 'dựng lại một bảng đọc từ sự kiện đầu tiên / rebuild from the first event')
    .addArgument(new Argument('<projection>', 'tên, ví dụ register / its name'))
    .option(...JSON_OPTION)
    .action(async (name, options) => (await import('./projection.command.js')).rebuild(name, options, io));

  command(
    root,
    'copy',
    'chép cả sổ sang kho sự kiện khác rồi đối chiếu từng sự kiện / copy a whole register to another event store and compare them',
  )
    .requiredOption('--from <store>', 'kho nguồn / the source: postgres://…, esdb://…, kurrentdb://…')
    .requiredOption(
      '--to <store>',
      'kho đích, trống hoặc đang chép dở / the target: empty, or a copy begun before',
    )
    .option('--verify-only', 'chỉ đối chiếu, không chép / only compare')
    .option(...JSON_OPTION)
    .action(async (options) => end(await (await import('./copy.command.js')).copy(options, io)));

  command(
    root,
    'verify',
    'mọi sự kiện còn như khi được ký / whether every event is still what was signed; --files, --projections: other checks',
  )
    .option('--key <key>', 'khóa công khai đã biết / the public key as you know it from elsewhere')
    .option('--published <file>', 'các dấu đã công bố / the published heads; default: those of this machine')
    .option('--resume <file>', 'ghi và đọc tiếp tiến độ ở tệp này / keep progress here, and go on from it')
    .addOption(
      new Option(
        '--files',
        'mọi tệp mà sự kiện nêu tên, so với mã băm / every file that an event names',
      ).conflicts('projections'),
    )
    .option(
      '--projections',
      'mọi bảng đọc, so với các sự kiện, từng dòng / every read table, row by row, against the events',
    )
    .option(...JSON_OPTION)
    .action(async (options) =>
      end(
        options.files
          ? await (await import('./verify.command.js')).verify(options, io)
          : options.projections
            ? await (await import('./verify-projections.command.js')).verifyProjections(options, io)
            : await (await import('./ledger.command.js')).verifyLedger(options, io),
      ),
    );

  command(
    root,
    'replay',
    'dựng các bảng đọc như đã ghi nhận đến một ngày, cạnh bảng đang dùng / the read tables of a past day beside the living ones',
  )
    .requiredOption('--until <when>', AS_OF)
    .requiredOption(
      '--into <schema>',
      'lược đồ PostgreSQL mới, hoặc đang dựng dở / a new schema, or one begun before',
    )
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./replay.command.js')).replay(options, io));

  command(root, 'drop-replay', 'xóa một lược đồ đã dựng / drop the schema of a replay')
    .argument('<schema>', 'tên lược đồ / its name')
    .action(async (schema) => (await import('./replay.command.js')).dropReplayed(schema, io));

  command(root, 'import', 'nhập một tệp dondoc-import/1 / send the steps of an import file')
    .argument('<file>', 'tệp JSON / the file')
    .option(...JSON_OPTION)
    .action(async (file, options) =>
      end(await (await import('./import.command.js')).importFile(file, options, io)),
    );

  command(root, 'generate', 'sinh một sổ giả định cùng cỡ bất kỳ / an invented register of any size')
    .requiredOption('--cases <n>', 'số hồ sơ / number of cases', whole(1, 10_000_000))
    .requiredOption(
      '--seed <n>',
      'cùng số thì cùng dữ liệu / the same seed gives the same data',
      whole(0, 2 ** 32 - 1),
    )
    .option('--from <date>', 'ngày đầu / first day (2023-01-01)')
    .option('--to <date>', 'ngày cuối / last day (2026-11-20)')
    .option('--onto', 'ghi thêm vào sổ đã có dữ liệu / add to a register that is not empty')
    .option(...JSON_OPTION)
    .action(async (options) => (await import('./generate.command.js')).generate(options, io));
}

function addUsers(root: Command, io: Io, end: (code: number) => void): void {
  const users = command(root, 'user', 'tài khoản và vai trò / accounts and roles');
  const load = () => import('./user.command.js');
  const ofRole = (made: Command) =>
    made
      .requiredOption('--role <role>', 'vai trò: office-coordinator, department-leader… / the role')
      .requiredOption('--agency <code>', 'mã cơ quan / code of the agency');

  command(
    users,
    'add',
    'tạo tài khoản; in đường dẫn đặt mật khẩu, trừ khi cấp mật khẩu / create; prints a link to set a password, unless one is given',
  )
    .requiredOption('--login <login>', 'tên đăng nhập / login')
    .option('--name <name>', 'họ tên / name')
    .option('--role <role>', 'vai trò: administrator, office-coordinator… / a role')
    .option('--agency <code>', 'mã cơ quan / code of the agency')
    .option(
      '--password-stdin',
      'mật khẩu lần đầu đọc từ đầu vào chuẩn, phải đổi ngay / a first password from the standard input, to be changed at once',
    )
    .option(...JSON_OPTION)
    .action(async (options) => (await load()).addUser(options, io));
  command(users, 'list', 'các tài khoản / the accounts')
    .option(...JSON_OPTION)
    .action(async (options) => (await load()).listUsers(options, io));
  command(
    users,
    'verify',
    'đối chiếu tài khoản, vai trò, mã truy cập với nhật ký bảo mật / hold accounts, roles and tokens against their record',
  )
    .option(...JSON_OPTION)
    .action(async (options) => end(await (await load()).verifyUsers(options, io)));
  command(users, 'disable', 'khóa; mọi phiên kết thúc / disable; all sessions end')
    .argument('<login>', 'tên đăng nhập / login')
    .option('--reason <text>', 'lý do / reason')
    .action(async (login, options) => (await load()).disableUser(login, options, io));
  command(users, 'enable', 'mở khóa / enable')
    .argument('<login>', 'tên đăng nhập / login')
    .action(async (login, options) => (await load()).enableUser(login, options, io));
  command(users, 'reset-password', 'đường dẫn đặt lại mật khẩu / a link to set a new password')
    .argument('<login>', 'tên đăng nhập / login')
    .option(...JSON_OPTION)
    .action(async (login, options) => (await load()).resetPassword(login, options, io));
  ofRole(command(users, 'grant', 'giao vai trò trong một thời gian / grant a role for a period'))
    .argument('<login>', 'tên đăng nhập / login')
    .option('--from <date>', 'từ ngày; mặc định hôm nay / from; default today')
    .option('--to <date>', 'đến hết ngày / to, the last day')
    .option('--acting', 'quyền, phụ trách: cần --to / acting: needs --to')
    .option(...JSON_OPTION)
    .action(async (login, options) => (await load()).grantRole(login, options, io));
  ofRole(command(users, 'revoke', 'thu hồi vai trò / revoke a role'))
    .argument('<login>', 'tên đăng nhập / login')
    .action(async (login, options) => (await load()).revokeRole(login, options, io));
}

function addMail(root: Command, io: Io): void {
  command(root, 'mail-test', 'gửi một thư thử qua SMTP_URL / send one mail through SMTP_URL')
    .requiredOption('--to <address>', 'nơi nhận / where to')
    .action(async (options) => (await import('./mail-test.command.js')).mailTest(options, io));
}

function addLedger(root: Command, io: Io): void {
  const load = () => import('./ledger.command.js');
  const ledger = command(
    root,
    'ledger',
    'sổ kiểm chứng: khóa và dấu ký / the ledger: its keys and signed heads',
  );
  command(ledger, 'show', 'khóa và dấu gần nhất / the key and the last head')
    .option(...JSON_OPTION)
    .action(async (options) => (await load()).showLedger(options, io));
  command(ledger, 'prove', 'bằng chứng một sự kiện nằm trong sổ / the proof that an event is in the log')
    .argument('<event>', 'mã sự kiện / id of the event')
    .option('--size <n>', 'cây có bấy nhiêu sự kiện; mặc định: dấu gần nhất / size of the tree', count)
    .action(async (event, options) => (await load()).proveEvent(event, options, io));
  command(
    ledger,
    'consistency',
    'bằng chứng sổ sau nối tiếp sổ trước / that a later log begins with an earlier one',
  )
    .requiredOption('--from <n>', 'sổ trước có bấy nhiêu sự kiện / size of the earlier', count)
    .option('--to <n>', 'sổ sau; mặc định: dấu gần nhất / size of the later; default: the last head', count)
    .action(async (options) => (await load()).proveConsistency(options, io));
  command(ledger, 'rotate', 'thay khóa ký / let a new key take over')
    .option('--new-key', 'tạo khóa mới trong DATA_DIR / make one in DATA_DIR')
    .action(async (options) => (await load()).rotateKey(options, io));
}

function addEvidence(root: Command, io: Io, end: (code: number) => void): void {
  const load = () => import('./evidence.command.js');
  command(
    root,
    'export',
    'gói chứng cứ: sự kiện cùng bằng chứng, kiểm tra được ở nơi khác / an evidence package that proves itself elsewhere',
  )
    .requiredOption('--out <file>', 'tệp sẽ ghi / the file to write')
    .option('--case <case>', 'một hồ sơ, số hoặc mã / one case, number or id')
    .option('--from <date>', 'mọi việc ghi nhận từ ngày / all that was recorded from this day')
    .option('--to <date>', 'đến hết ngày / to the end of this day')
    .option('--with-files', 'kèm nội dung các tệp đính kèm / with the attachments themselves')
    .option(...JSON_OPTION)
    .action(async (options) => (await load()).exportPackage(options, io));
  command(
    root,
    'verify-package',
    'kiểm tra một gói chứng cứ, không cần mạng hay cơ sở dữ liệu / prove a package, without network or database',
  )
    .argument('<file>', 'gói / the package')
    .option('--key <key>', 'khóa công khai đã biết / the public key as you know it from elsewhere')
    .option(...JSON_OPTION)
    .action(async (file, options) => end(await (await load()).verifyEvidence(file, options, io)));
}

function addPrivacy(root: Command, io: Io): void {
  const load = () => import('./privacy.command.js');
  command(
    root,
    'forget',
    'xóa dữ liệu cá nhân của công dân: hủy khóa, mọi sự kiện giữ nguyên / forget a citizen: the key is destroyed, every event stays',
  )
    .argument(
      '<subject or case>',
      'mã người, hoặc số kiến nghị: mọi người / id of a person, or a petition: everyone',
    )
    .requiredOption(
      '--reason <text>',
      'lý do, được ghi lại; không nêu tên ai / reason, which is recorded; name nobody',
    )
    .option(...JSON_OPTION)
    .action(async (name, options) => (await load()).forget(name, options, io));
  const privacy = command(
    root,
    'privacy',
    'khóa niêm phong dữ liệu cá nhân / the keys that seal personal data',
  );
  command(privacy, 'rotate', 'bọc lại mọi khóa bằng khóa mới nhất / wrap every key with the newest one')
    .option(
      '--new-key',
      'tạo khóa mới trong DATA_DIR trước, bỏ khóa cũ sau / make a new one in DATA_DIR first, throw away the old one after',
    )
    .option(...JSON_OPTION)
    .action(async (options) => (await load()).rotate(options, io));
}

/** The filters that the register and its counts share. */
function filtered(made: Command): Command {
  return made
    .addOption(
      new Option('--kind <kind>', 'kiến nghị hoặc nhiệm vụ / kind of case').choices([
        'petition',
        'directive',
      ]),
    )
    .option('--agency <code>', 'cơ quan phải thực hiện / the agency that owes')
    .option('--unit <code>', 'xã, phường kiến nghị / the commune or ward')
    .option('--field <code>', 'lĩnh vực / field')
    .addOption(new Option('--role <role>', 'chủ trì hoặc phối hợp / role').choices(['lead', 'support']))
    .option('--workflow <states>', 'trạng thái xử lý, cách nhau bằng dấu phẩy / workflow states', list)
    .option('--term <states>', 'tình trạng thời hạn: OPEN_OVERDUE,DUE_SOON… / term states', list)
    .option('--category <codes>', 'kết quả giải quyết / resolution categories', list)
    .option('--answer <states>', 'văn bản trả lời: AWAITED, INTERIM… / written answer', list)
    .option('--due-from <date>', 'hạn từ ngày / due on or after')
    .option('--due-to <date>', 'hạn đến ngày / due on or before')
    .option('--session <id>', 'buổi làm việc / working session')
    .option('--case <case>', 'một hồ sơ / one case')
    .option('--text <words>', 'tìm chữ, không cần dấu / words, with or without diacritics')
    .option('--provisional', 'hạn tạm tính / provisional due dates')
    .option('--level <levels>', 'mức đôn đốc 0–4; 4: danh sách đỏ / escalation levels; 4: the red list', list)
    .option('--disputed', 'xã cho là chưa trả lời đúng / disputed answers');
}

const ofDay = (made: Command): Command =>
  filtered(made).option('--as-of <when>', AS_OF).addOption(reading('--reading'));

const reading = (flag: string): Option =>
  new Option(
    `${flag} <reading>`,
    'như đã ghi nhận, hay theo ngày thực tế, kể cả phần nhập muộn / as recorded, or by business dates',
  ).choices(['recorded', 'effective']);

function command(root: Command, name: string, description: string): Command {
  return root.command(name).description(description);
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

const list = (value: string): string[] =>
  value
    .split(',')
    .map((item) => item.trim().toUpperCase())
    .filter((item) => item !== '');

const count = (value: string): number => whole(0, 2 ** 40)(value);

function whole(from: number, to: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= from && number <= to) return number;
    throw new InvalidArgumentError(`Số nguyên từ ${from} đến ${to}. / A whole number from ${from} to ${to}.`);
  };
}

/** Commander speaks English: its sentence comes second. */
function inBoth(text: string): string {
  if (!text.startsWith('error: ')) return text;
  const missing = /required option '([^']+)'|missing required argument '([^']+)'/.exec(text);
  const unknown = /unknown (?:option|command) '([^']+)'/.exec(text);
  const first = missing
    ? `Thiếu ${missing[1] ?? missing[2]}.`
    : unknown
      ? `Không có ${unknown[1]}.`
      : 'Không hiểu tùy chọn đã cho.';
  return `BAD_USAGE: ${first}\n${text}`;
}

function version(): string {
  const text = fs.readFileSync(path.join(packageRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
