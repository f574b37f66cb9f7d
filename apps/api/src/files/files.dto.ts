import { QueryFlag, Verbatim } from '../validation.js';

export class UploadQuery {
  @Verbatim(2_000, {
    about: 'Tên tệp, nếu không gửi Content-Disposition / Name of the file',
    example: 'Công văn trả lời.pdf',
    optional: true,
  })
  name?: string;
}

export class FileQuery {
  @QueryFlag({ about: 'true: luôn tải về, không mở trong trình duyệt / always as a download' })
  download?: boolean;
}
