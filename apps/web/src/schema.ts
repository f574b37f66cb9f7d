/** Made by `npm run openapi`. */
export interface paths {
  '/api/access-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Thanh tra, quản trị đã xem gì, ai đã xuất gì trong ngày / What auditors and administrators looked at, and who exported what, on a day */
    get: operations['RecordController_accesses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các tài khoản / The accounts */
    get: operations['AccountsController_list'];
    put?: never;
    /** Tạo tài khoản, với mật khẩu phải đổi ngay hoặc đường dẫn đặt mật khẩu / Create an account, with a password to be changed at once or a link to set one */
    post: operations['AccountsController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Khóa; mọi phiên và mã truy cập kết thúc / Disable; all sessions and tokens end */
    post: operations['AccountsController_disable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/email': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Nơi người này nhận thông báo qua thư / Where this person’s notices are mailed to */
    post: operations['AccountsController_email'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mở khóa / Enable */
    post: operations['AccountsController_enable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Giao vai trò trong một thời gian / Grant a role for a period */
    post: operations['AccountsController_grant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/grants/{grantId}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Thu hồi vai trò / Revoke a role */
    post: operations['AccountsController_revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/record': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Những gì đã xảy ra với một tài khoản / What became of an account */
    get: operations['RecordController_ofAccount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đặt lại mật khẩu bằng đường dẫn dùng một lần / Reset the password by a one-time link */
    post: operations['AccountsController_reset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/accounts/{id}/second-factor/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tắt xác thực hai bước của người mất điện thoại / Turn off the second factor of who lost it */
    post: operations['AccountsController_clearSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các cơ quan / Agencies */
    get: operations['AgenciesController_list'];
    put?: never;
    /** Ghi nhận cơ quan / Record an agency */
    post: operations['AgenciesController_establish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agencies/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Một cơ quan / One agency */
    get: operations['AgenciesController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agencies/{code}/dissolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Giải thể / Dissolve */
    post: operations['AgenciesController_dissolve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agencies/{code}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sáp nhập vào cơ quan khác / Merge into another agency */
    post: operations['AgenciesController_merge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agencies/{code}/office-holders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ghi nhận người giữ chức vụ / Record who holds a post */
    post: operations['AgenciesController_hold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agencies/{code}/rename': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đổi tên / Rename */
    post: operations['AgenciesController_rename'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/answer-drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Dự thảo của cơ quan mình: chờ ký (SUBMITTED), bị trả lại (SENT_BACK)… / The drafts of one’s own agency: waiting for a signature, sent back… */
    get: operations['DraftsController_list'];
    put?: never;
    /** Soạn dự thảo trả lời / Draft an answer */
    post: operations['DraftsController_draft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/answer-drafts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Một dự thảo và mọi bước của nó / One draft, and each step it took */
    get: operations['DraftsController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/changes/apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tính lại hạn theo lịch đã khai báo, mỗi nghĩa vụ một sự kiện; gọi tiếp với cursor = next / Recompute due dates under the declared calendar, an event each; call again with cursor = next */
    post: operations['CalendarChangesController_apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/changes/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Xem trước: hạn nào sẽ đổi, mức đôn đốc nào được rút, nếu lịch thay đổi và được áp dụng / Which due dates would move and which levels be withdrawn, if the calendar changed and were applied */
    post: operations['CalendarChangesController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/due': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tính hạn, giải thích từng ngày / Compute a due date and explain each day */
    post: operations['CalendarController_due'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lịch của một năm / The calendar of a year */
    get: operations['CalendarController_year'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/{year}/days/{date}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hủy một ngày đã khai báo / Revoke a declared day */
    post: operations['CalendarController_revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/{year}/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Dự thảo lịch năm, để cán bộ sửa và khai báo / A draft for an officer to correct and declare */
    get: operations['CalendarController_draft'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Vai trò hiện tại làm được gì với hồ sơ này, và vì sao không / What the present role may do with this case now, and why not the rest */
    get: operations['RegisterController_possible'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Mọi sự kiện của một hồ sơ, bằng lời và nguyên dữ liệu / Every event of a case, in words and as recorded */
    get: operations['RegisterController_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/ladder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Thang đôn đốc của một hồ sơ: bước tiếp theo của từng nghĩa vụ, ngày nào / The ladder of a case: the next steps of each obligation, and on which day */
    get: operations['ForecastController_ofCase'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/obligations/{no}/due-date': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Vì sao hạn là ngày này / Why the due date is this day */
    get: operations['RegisterController_due'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/related': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Hồ sơ liên quan: tách ra, lặp lại, chỉ đạo, và buổi làm việc / Related cases: splits, repeats, directives, and the working session */
    get: operations['RegisterController_related'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/demo/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Trình diễn: vào vai ngay / Demonstration: one click into a role */
    post: operations['SignInController_demonstration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các nhiệm vụ / Directives */
    get: operations['RegisterController_directives'];
    put?: never;
    /** Giao nhiệm vụ / Issue a directive */
    post: operations['DirectivesController_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Một nhiệm vụ / One directive */
    get: operations['RegisterController_directive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hủy / Cancel */
    post: operations['DirectivesController_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Kết thúc / Close */
    post: operations['DirectivesController_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Xác nhận hoàn thành / Accept the completion */
    post: operations['DirectivesController_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tiếp nhận / Acknowledge */
    post: operations['DirectivesController_acknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/completion/{answerId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Thu hồi báo cáo hoàn thành / Withdraw a completion report */
    post: operations['DirectivesController_withdrawCompletion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Từ chối việc được giao / Decline the assignment */
    post: operations['DirectiveDueDatesController_decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/decline-refusal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Không chấp nhận việc từ chối / Refuse the decline */
    post: operations['DirectiveDueDatesController_refuseDecline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/due-date': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gia hạn hoặc thay thời hạn / Extend or replace the due date */
    post: operations['DirectiveDueDatesController_change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/due-date-recomputation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tính lại hạn theo lịch đã khai báo / Recompute the due date under the declared calendar */
    post: operations['DirectiveDueDatesController_recompute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/due-date-refusal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Không đồng ý điều chỉnh thời hạn / Refuse another due date */
    post: operations['DirectiveDueDatesController_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/due-date-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đề nghị điều chỉnh thời hạn / Ask for another due date */
    post: operations['DirectiveDueDatesController_request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Báo cáo tiến độ / Report progress */
    post: operations['DirectivesController_progress'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/reassign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Giao lại cơ quan khác / Reassign to another agency */
    post: operations['DirectivesController_reassign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/obligations/{no}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Trả lại, yêu cầu làm lại / Return for rework */
    post: operations['DirectivesController_returned'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mở lại / Reopen */
    post: operations['DirectivesController_reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tiếp tục / Resume */
    post: operations['DirectivesController_resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/directives/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tạm dừng / Suspend */
    post: operations['DirectivesController_suspend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/escalation-policies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Quy tắc đôn đốc có hiệu lực ngày đó, và mọi quy tắc đã ban hành / The policy in force on the day, and all that were adopted */
    get: operations['EscalationController_list'];
    put?: never;
    /** Ban hành quy tắc đôn đốc / Adopt an escalation policy */
    post: operations['EscalationController_adopt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forecast': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Dự báo: ai sẽ được nhắc việc gì, ngày nào; cơ quan nào sẽ vào danh sách đỏ / Who will be reminded of what on which day; who will be on the red list by the end of the quarter */
    get: operations['ForecastController_ahead'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/forecast/try': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Thử một quy tắc trên thời gian đã qua: nó đã có thể gửi những gì / Try a policy on the past: what it would have sent, beside those in force */
    post: operations['ForecastController_try'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sổ kiểm chứng: khóa ký và dấu gần nhất / The ledger: its keys and the last signed head */
    get: operations['LedgerController_ledger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tôi là ai, giữ vai trò nào / Who I am and which roles I hold */
    get: operations['MeController_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/acting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Chọn vai trò để làm việc / Choose the role to act in */
    post: operations['MeController_act'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/calendar-feeds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các lịch của tôi / My calendar feeds */
    get: operations['FeedsController_list'];
    put?: never;
    /** Tạo địa chỉ lịch; chỉ hiện một lần / Make the address of a calendar; it is shown once */
    post: operations['FeedsController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/calendar-feeds/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Thu hồi địa chỉ lịch / Take the address of a calendar back */
    delete: operations['FeedsController_revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/delegations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Ủy quyền, giao ký: tôi giao và tôi nhận; ai có thể nhận / What I have delegated and what was delegated to me; to whom I may delegate */
    get: operations['DelegationsController_list'];
    put?: never;
    /** Giao cấp phó hoặc đồng nghiệp làm thay vai trò hiện tại trong một thời gian / Let a colleague act in my present role for a time */
    post: operations['DelegationsController_delegate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/delegations/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Thu hồi ủy quyền, giao ký / Take a delegation back */
    post: operations['DelegationsController_revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/email': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Nơi nhận thông báo qua thư / Where notices are mailed to */
    post: operations['MeController_email'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Hộp thông báo của tôi / My inbox */
    get: operations['InboxController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/inbox/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đánh dấu đã đọc / Mark as read */
    post: operations['InboxController_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/inbox/read-all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đánh dấu đã đọc tất cả / Mark everything as read */
    post: operations['InboxController_readAll'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/notification-preferences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Những gì tôi nhận qua thư / What I am mailed */
    get: operations['InboxController_preferred'];
    put?: never;
    /** Chọn những gì nhận qua thư / Choose what is mailed */
    post: operations['InboxController_prefer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đổi mật khẩu; các phiên khác kết thúc / Change the password; other sessions end */
    post: operations['MeController_password'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đăng ký xác thực hai bước: mã QR / Enrol a second factor: the QR code */
    post: operations['MeController_enrol'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/second-factor/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Xác nhận bằng mã đầu tiên; nhận mã dự phòng / Confirm with a first code; get the recovery codes */
    post: operations['MeController_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/second-factor/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tắt xác thực hai bước / Turn the second factor off */
    post: operations['MeController_disable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/second-factor/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cấp lại mã dự phòng / New recovery codes; the old ones die */
    post: operations['MeController_renew'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các phiên đang mở / My open sessions */
    get: operations['MeController_sessions'];
    put?: never;
    post?: never;
    /** Đăng xuất khỏi mọi thiết bị / Sign out everywhere */
    delete: operations['MeController_endAll'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Kết thúc một phiên / End one session */
    delete: operations['MeController_end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các mã truy cập / My access tokens */
    get: operations['MeController_tokens'];
    put?: never;
    /** Cấp mã truy cập; chỉ hiện một lần / Make an access token; it is shown once */
    post: operations['MeController_makeToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/tokens/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Thu hồi mã truy cập / Revoke a token */
    delete: operations['MeController_revokeToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Bộ lọc đã lưu: của tôi và của cơ quan / Saved views: my own and the agency’s */
    get: operations['SavedViewsController_list'];
    put?: never;
    /** Lưu bộ lọc; trùng tên thì thay / Keep a view; one of the same name is replaced */
    post: operations['SavedViewsController_keep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/views/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Xóa bộ lọc của tôi / Remove a view of mine */
    delete: operations['SavedViewsController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/notifications/mail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tình trạng gửi thư / How the mail is going */
    get: operations['InboxController_mail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sổ theo dõi: mỗi dòng một nghĩa vụ / The register: a line for each obligation */
    get: operations['RegisterController_obligations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Đếm theo tình trạng, có tử số và mẫu số / Counts in the standard buckets */
    get: operations['RegisterController_counts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/differences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** So sánh sổ giữa hai ngày: con số hai ngày, dòng nào khác và vì sự kiện nào / The register of two days compared: both figures, each obligation that differs, and the events between */
    get: operations['AuditController_differences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/explanation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Giải thích một con số: những dòng được đếm, và với mỗi dòng những sự kiện đã đưa nó vào đó / A figure explained: the obligations that it counts, and for each the events that put it there */
    get: operations['AuditController_explanation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/obligations/trend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Số liệu cuối mỗi tuần (Chủ nhật) và hôm nay, như sổ khi đó / The counts at the end of each week (Sunday) and today, as the register stood then */
    get: operations['RegisterController_trend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các kiến nghị, cả kiến nghị chưa giao / Petitions, those nobody is charged with too */
    get: operations['RegisterController_petitions'];
    put?: never;
    /** Ghi nhận kiến nghị của xã, phường / Lodge a petition of a commune or ward */
    post: operations['PetitionsController_lodge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Một kiến nghị / One petition */
    get: operations['RegisterController_petition'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/amend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sửa nội dung kiến nghị / Amend a petition */
    post: operations['PetitionsController_amend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/central-forwarding': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Kiến nghị lên Trung ương / Forward to the central level */
    post: operations['PetitionsController_forward'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/clarifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ghi nhận làm rõ tại cuộc họp / Record an oral clarification; it answers nothing */
    post: operations['PetitionsController_clarify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Kết thúc / Close a petition */
    post: operations['PetitionsController_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Chấp nhận văn bản trả lời / Accept a written answer */
    post: operations['PetitionsController_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/answers/{answerId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Thu hồi văn bản trả lời / Withdraw a written answer */
    post: operations['PetitionsController_withdrawAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Từ chối việc được giao / Decline the assignment */
    post: operations['PetitionDueDatesController_decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/decline-refusal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Không chấp nhận việc từ chối / Refuse the decline */
    post: operations['PetitionDueDatesController_refuseDecline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/dispute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Địa phương cho rằng chưa trả lời đúng nội dung / The commune says that the answer misses the point */
    post: operations['PetitionsController_dispute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/due-date': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gia hạn hoặc thay thời hạn / Extend or replace the due date */
    post: operations['PetitionDueDatesController_change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/due-date-recomputation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tính lại hạn theo lịch đã khai báo / Recompute the due date under the declared calendar */
    post: operations['PetitionDueDatesController_recompute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/due-date-refusal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Không đồng ý điều chỉnh thời hạn / Refuse another due date */
    post: operations['PetitionDueDatesController_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/due-date-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đề nghị điều chỉnh thời hạn / Ask for another due date */
    post: operations['PetitionDueDatesController_request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/information-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hỏi thêm thông tin trước khi trả lời / Ask others before answering */
    post: operations['PetitionsController_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Trả lại văn bản trả lời / Return a written answer for rework */
    post: operations['PetitionsController_returned'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/obligations/{no}/transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Chuyển đúng thẩm quyền / Transfer to the competent agency */
    post: operations['PetitionsController_transfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mở lại / Reopen a petition */
    post: operations['PetitionsController_reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/repeat-of': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gắn với kiến nghị trước / Link as a repeat of an earlier petition */
    post: operations['PetitionsController_repeatOf'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/route': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Giao cơ quan trả lời / Route to the agencies that answer */
    post: operations['PetitionsController_route'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tách thành nhiều kiến nghị / Split a petition */
    post: operations['PetitionsController_split'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/petitions/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Rút kiến nghị / Withdraw a petition */
    post: operations['PetitionsController_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/projections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các bảng đọc cập nhật đến đâu / How far the read models are */
    get: operations['SystemController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/security-record': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Ai đăng nhập, ai bị từ chối trong ngày / Who came, went and was turned away on a day */
    get: operations['RecordController_ofDay'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đăng nhập bằng mật khẩu / Sign in with a password */
    post: operations['SignInController_password'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-in/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đặt mật khẩu bằng đường dẫn dùng một lần / Set a password through a one-time link */
    post: operations['SignInController_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-in/options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các cách đăng nhập / The ways in that are offered */
    get: operations['SignInController_options'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-in/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mã xác thực hai bước hoặc mã dự phòng / The code of the second factor, or a recovery code */
    post: operations['SignInController_secondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Đăng xuất / Sign out */
    post: operations['SignInController_out'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/urging-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các công văn đôn đốc / The urging letters */
    get: operations['UrgingLettersController_list'];
    put?: never;
    /** Ban hành công văn đôn đốc / Record an urging letter as issued */
    post: operations['UrgingLettersController_issue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/urging-letters/drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Công văn mà thang đôn đốc đã soạn sẵn, chưa ban hành: cơ quan, các nghĩa vụ / Letters that the ladder has drafted and that wait to be issued: agency and obligations */
    get: operations['UrgingLettersController_drafts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/urging-letters/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Xem trước công văn; không ghi gì / The letter as it would go out; writes nothing */
    post: operations['UrgingLettersController_preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/urging-letters/template': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lời văn của công văn đôn đốc / The words of an urging letter */
    get: operations['UrgingLettersController_template'];
    put?: never;
    /** Sửa lời văn của công văn đôn đốc / Change the words of an urging letter */
    post: operations['UrgingLettersController_adopt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/vocabulary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Danh mục: lĩnh vực, kết quả, trạng thái / Code lists with labels */
    get: operations['SystemController_vocabulary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các webhook, và những sự kiện nhận được / The webhooks, and what they can hear of */
    get: operations['WebhooksController_list'];
    put?: never;
    /** Thêm webhook; khóa ký chỉ hiện một lần / Add a webhook; its secret is shown once */
    post: operations['WebhooksController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Xóa webhook / Remove a webhook */
    delete: operations['WebhooksController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Đã gửi những gì, kết quả ra sao / What was sent, and what came of it */
    get: operations['WebhooksController_deliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tắt / Switch off */
    post: operations['WebhooksController_disable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Bật lại / Switch on again */
    post: operations['WebhooksController_enable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/working-sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Các buổi làm việc / Working sessions */
    get: operations['SessionsController_list'];
    put?: never;
    /** Ghi nhận buổi làm việc / Record a working session */
    post: operations['SessionsController_hold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AcceptDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Ghi chú / Note */
      note?: string;
    };
    ActingDto: {
      /**
       * @description Vai trò / Role
       * @enum {string}
       */
      role:
        | 'commune-clerk'
        | 'department-officer'
        | 'department-leader'
        | 'office-coordinator'
        | 'standing-vice-chairman'
        | 'auditor'
        | 'administrator';
      /** @description Mã cơ quan / Code of the agency */
      agency: string;
    };
    AmendPetitionDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Tên kiến nghị / Subject */
      subject?: string;
      /** @description Nguyên văn / Verbatim */
      content?: string;
      /** @description Lĩnh vực / Field: LAND, PLANNING, PUBLIC_INVESTMENT, BUDGET, PUBLIC_ASSETS, STAFF, ADMINISTRATIVE_PROCEDURE, ADMINISTRATIVE_FINE, CONSTRUCTION, AGRICULTURE, ENVIRONMENT, DIGITAL, EDUCATION, HEALTH, CULTURE, JUSTICE, SECURITY, OTHER */
      field?: string;
      /**
       * @description Thẩm quyền / Competence
       * @enum {string}
       */
      competence?: 'CENTRAL' | 'PROVINCE' | 'COMMUNE';
      /** @description Công dân được nêu trong kiến nghị; được niêm phong riêng từng người và xóa được. Nguyên văn ghi {{1}}, {{2}}… ở chỗ của họ; tên kiến nghị không nêu ai. / Citizens whom the petition names: each sealed apart, and erasable. The verbatim text says {{1}}, {{2}}… in their places; the subject names nobody. */
      persons?: components['schemas']['AmendedPersonDto'][];
    };
    AmendedPersonDto: {
      /** @description Số điện thoại / Telephone */
      phone?: string;
      /** @description Địa chỉ / Address */
      address?: string;
      /** @description Số định danh / Personal identification number */
      idNumber?: string;
      /** @description Điều khác về người này / Anything else about the person */
      note?: string;
      /** @description Mã người đã nêu trước đó: chỉ ghi mã thì giữ nguyên, ghi thêm thì thay nội dung cũ / Id of somebody named before: alone it keeps what was said, with more it replaces that */
      subject?: string;
      /** @description Họ tên / Name */
      name?: string;
    };
    ApplyCalendarDto: {
      /** @description Lý do, ghi vào từng nghĩa vụ / Reason, recorded with each obligation */
      reason: string;
      /** @description next của lần gọi trước / next of the call before */
      cursor?: string;
      /**
       * @description Số hồ sơ mỗi lần / Cases in one call
       * @default 100
       */
      limit: number;
    };
    AttachmentDto: {
      /** @description SHA-256 mà POST /api/files đã trả về / The hash that the upload answered */
      hash: string;
      /** @description Tên khác cho tệp / Another name for it */
      name?: string;
      /** @description Bỏ qua / Ignored */
      size?: number;
      /** @description Bỏ qua / Ignored */
      type?: string;
      /** @description Bỏ qua / Ignored */
      signatures?: Record<string, never>[];
    };
    CalendarChangeDto: {
      /** @description Các ngày định khai báo; bỏ trống: lịch hiện tại / Days to be declared; none: the calendar as it is */
      declare?: components['schemas']['CalendarDayDto'][];
      /** @description Các ngày định hủy / Days to be revoked */
      revoke?: string[];
    };
    CalendarDayDto: {
      /**
       * Format: date
       * @description Ngày / Date
       */
      date: string;
      /**
       * @description Nghỉ, nghỉ bù, hoán đổi, làm bù / Kind
       * @enum {string}
       */
      kind: 'OFF' | 'SUBSTITUTE_OFF' | 'SWAPPED_OFF' | 'MAKEUP_WORK';
      /** @description Căn cứ pháp lý / Legal basis */
      legalBasis: string;
      /**
       * Format: date
       * @description Ngày thông báo / Announced on
       */
      announcedOn?: string;
    };
    CalendarFileDto: {
      /** @description Các năm đã khai báo / The years declared */
      years: number[];
      /** @description Các ngày / The days */
      days: Record<string, never>[];
    };
    CancelDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Số các nghĩa vụ; mặc định: tất cả đang mở / Obligations; all open ones by default */
      obligations?: string[];
      /** @description Văn bản hủy / The document that cancels it */
      document: components['schemas']['DocumentDto'];
    };
    ClarificationDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Cơ quan làm rõ / Who clarified */
      agency: string;
      /** @description Nội dung / What was said */
      text: string;
      /**
       * Format: date
       * @description Ngày họp / Date of the meeting
       */
      heldOn: string;
    };
    CloseDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Lý do kết thúc khi cơ quan phối hợp chưa có ý kiến / Why it is closed without silent supporters */
      overrideReason?: string;
    };
    CodeDto: {
      /** @description Mã 6 chữ số, hoặc một mã dự phòng / A 6-digit code, or a recovery code */
      code: string;
    };
    ConfirmDto: {
      /** @description Mật khẩu hiện tại; không cần nếu đăng nhập một lần / Present password; not with single sign-on */
      password?: string;
    };
    DelegationDto: {
      /** @description Tên đăng nhập của người nhận / Login of the one who will act */
      login: string;
      /**
       * Format: date
       * @description Từ ngày; bỏ trống: hôm nay / From; default: today
       */
      from?: string;
      /**
       * Format: date
       * @description Đến hết ngày / To, the last day
       */
      to: string;
      /**
       * @description Ký với tư cách KT., TL. hay TUQ. / Signing capacity
       * @enum {string}
       */
      capacity: 'DEPUTY_FOR' | 'BY_ORDER' | 'BY_AUTHORISATION';
      /** @description Văn bản ủy quyền, giao ký; bắt buộc với TUQ. / The document that delegates; needed for TUQ. */
      basis?: string;
    };
    DemoSignInDto: {
      /**
       * @description Vai trò / Role
       * @enum {string}
       */
      role:
        | 'commune-clerk'
        | 'department-officer'
        | 'department-leader'
        | 'office-coordinator'
        | 'standing-vice-chairman'
        | 'auditor'
        | 'administrator';
      /** @description Mã cơ quan / Code of the agency */
      agency: string;
    };
    DisableDto: {
      /** @description Lý do / Reason */
      reason?: string;
    };
    DissolveAgencyDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Căn cứ pháp lý / Legal basis */
      legalBasis: string;
    };
    DocumentDto: {
      /** @description Mã cơ quan ban hành / Code of the issuing agency */
      agency: string;
      /** @description Số văn bản / Number */
      codeNumber: string;
      /** @description Ký hiệu; công văn không ghi "CV" / Notation; never with "CV" */
      codeNotation: string;
      /**
       * Format: date
       * @description Ngày ban hành / Date of issue
       */
      issuedDate: string;
      /** @description Tên loại văn bản / Kind of document */
      typeName: string;
      /** @description Trích yếu / Subject */
      subject: string;
      /** @description Người ký / Signer */
      signerInfo?: components['schemas']['SignerInfoDto'];
      /** @description Tệp của văn bản / The files of the document */
      attachments?: components['schemas']['AttachmentDto'][];
    };
    DocumentWithoutFilesDto: {
      /** @description Mã cơ quan ban hành / Code of the issuing agency */
      agency: string;
      /** @description Số văn bản / Number */
      codeNumber: string;
      /** @description Ký hiệu; công văn không ghi "CV" / Notation; never with "CV" */
      codeNotation: string;
      /**
       * Format: date
       * @description Ngày ban hành / Date of issue
       */
      issuedDate: string;
      /** @description Tên loại văn bản / Kind of document */
      typeName: string;
      /** @description Trích yếu / Subject */
      subject: string;
      /** @description Người ký / Signer */
      signerInfo?: components['schemas']['SignerInfoDto'];
    };
    DraftDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /**
       * @description Trả lời bước đầu hay chính thức / Interim or final
       * @enum {string}
       */
      kind: 'INTERIM' | 'FINAL';
      /** @description Nội dung dự thảo / The letter as it stands */
      text: string;
      /** @description Tóm tắt / Summary */
      summary?: string;
      /** @description Những nghĩa vụ được trả lời / The obligations that it answers */
      targets: components['schemas']['DraftTargetDto'][];
    };
    DraftTargetDto: {
      /**
       * @description Loại hồ sơ / Kind of case
       * @enum {string}
       */
      kind: 'PETITION' | 'DIRECTIVE';
      /** @description Số hoặc mã hồ sơ / Number or id of the case */
      case: string;
      /** @description Số thứ tự nghĩa vụ / Number of the obligation */
      obligation: string;
      /**
       * @description Kết quả giải quyết / Resolution category
       * @enum {string}
       */
      category?: 'RESOLVED' | 'IN_PROGRESS' | 'EXPLAINED' | 'NOT_RESOLVED' | 'FORWARDED_CENTRAL';
      /**
       * Format: date
       * @description Ngày trả lời tiếp theo / Date of the next answer
       */
      nextOn?: string;
      /** @description Vì sao chưa giải quyết / Why it is not resolved */
      reason?: string;
    };
    DueDateDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Văn bản này phục vụ nhiều nghĩa vụ (ngày và trích yếu phải trùng). / This document serves several obligations (same date and subject). */
      sharedDocument?: boolean;
      /** @description Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words. Một khoảng thời gian được cộng thêm; một ngày thay hạn cũ. / An amount is added; a date replaces. */
      term: string;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Văn bản cho điều chỉnh / The document that decides */
      document: components['schemas']['DocumentDto'];
    };
    DueDateRefusalDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Văn bản này phục vụ nhiều nghĩa vụ (ngày và trích yếu phải trùng). / This document serves several obligations (same date and subject). */
      sharedDocument?: boolean;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Văn bản trả lời / The document that refuses */
      document?: components['schemas']['DocumentDto'];
    };
    DueDateRequestDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Văn bản này phục vụ nhiều nghĩa vụ (ngày và trích yếu phải trùng). / This document serves several obligations (same date and subject). */
      sharedDocument?: boolean;
      /** @description Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words */
      proposedTerm: string;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Văn bản đề nghị / The letter that asks */
      document?: components['schemas']['DocumentDto'];
    };
    DueDto: {
      /**
       * Format: date
       * @description Ngày phát sinh / Date of the event
       */
      start: string;
      /** @description Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words */
      term: string;
      /**
       * @description Cách chọn ngày bắt đầu / How day zero is chosen
       * @default event-day
       * @enum {string}
       */
      zero: 'event-day' | 'deem-received-next-working-day';
      /** @description Các lần tạm dừng / Pauses */
      pauses?: components['schemas']['PauseDto'][];
      /** @description Các lần gia hạn / Extensions */
      extensions?: string[];
      /** @description Lịch dùng thay lịch đã khai báo / A calendar in place of the declared one */
      calendar?: components['schemas']['CalendarFileDto'];
    };
    EscalationPolicyDto: {
      /** @description Mã quy tắc / Id */
      id: string;
      /**
       * Format: date
       * @description Áp dụng từ ngày; không trước hôm nay / In force from
       */
      effectiveFrom: string;
      /** @description Các bước, tính từ hạn hoặc từ lần báo cáo cuối / The steps, from the due date or the last report */
      steps: Record<string, never>[];
      /** @description Bước riêng theo loại, mức khẩn / Steps of some kinds and priorities */
      variants?: Record<string, never>[];
    };
    EstablishAgencyDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Mã: 5 chữ số cho xã, phường; chữ in hoa cho cơ quan khác / Code */
      code: string;
      /**
       * @description Loại / Kind
       * @enum {string}
       */
      kind: 'DEPARTMENT' | 'COMMUNE' | 'WARD' | 'PROVINCIAL_BODY' | 'CENTRAL_BODY' | 'COMPANY';
      /** @description Tên / Name */
      name: string;
      /** @description Viết tắt trong ký hiệu văn bản / Abbreviation */
      abbreviation: string;
      /** @description Tên gọi khác / Other spellings */
      aliases?: string[];
      /** @description Mã định danh điện tử / Electronic identifier */
      organId?: string;
      /** @description Căn cứ pháp lý / Legal basis */
      legalBasis?: string;
    };
    FeedDto: {
      /** @description Mã cơ quan; bỏ trống: việc của tôi / Code of an agency; left out: my own */
      agency?: string;
    };
    ForwardDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Văn bản này phục vụ nhiều nghĩa vụ (ngày và trích yếu phải trùng). / This document serves several obligations (same date and subject). */
      sharedDocument?: boolean;
      /** @description Cơ quan Trung ương nhận / The central body */
      toAgency: string;
      /** @description Văn bản kiến nghị / The document that forwards it */
      document: components['schemas']['DocumentDto'];
    };
    GrantDto: {
      /**
       * @description Vai trò / Role
       * @enum {string}
       */
      role:
        | 'commune-clerk'
        | 'department-officer'
        | 'department-leader'
        | 'office-coordinator'
        | 'standing-vice-chairman'
        | 'auditor'
        | 'administrator';
      /** @description Mã cơ quan / Code of the agency */
      agency: string;
      /**
       * Format: date
       * @description Từ ngày; bỏ trống: hôm nay / From; default: today
       */
      from?: string;
      /**
       * Format: date
       * @description Đến hết ngày / To, the last day
       */
      to?: string | null;
      /** @description Quyền, phụ trách: phải có ngày cuối / Acting: needs a last day */
      acting?: boolean;
      /** @description Tài khoản của lãnh đạo ủy quyền / Account of the leader who delegates */
      delegatedBy?: string;
      /**
       * @description Tư cách ký: TM., KT., TL., TUQ. / Signing capacity
       * @enum {string}
       */
      capacity?: 'ON_BEHALF' | 'DEPUTY_FOR' | 'BY_ORDER' | 'BY_AUTHORISATION';
    };
    HoldSessionDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Số thứ tự / Number */
      number?: string;
      /**
       * Format: date
       * @description Ngày làm việc / Date
       */
      heldOn: string;
      /** @description Địa điểm / Place */
      place: string;
      /** @description Tên buổi làm việc / Title */
      title: string;
      /** @description Người chủ trì / Chair */
      chair: components['schemas']['PostDto'];
      /** @description Tổ công tác / Task force */
      taskForceId?: string;
      /** @description Mã các xã, phường / Communes and wards */
      units: string[];
      /** @description Các cơ quan tham dự / Agencies that take part */
      participants: string[];
    };
    InformationRequestDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Văn bản này phục vụ nhiều nghĩa vụ (ngày và trích yếu phải trùng). / This document serves several obligations (same date and subject). */
      sharedDocument?: boolean;
      /** @description Hỏi cơ quan nào / Whom it asks */
      fromAgencies: string[];
      /** @description Văn bản hỏi / The document that asks */
      document: components['schemas']['DocumentDto'];
      /** @description Hỏi gì / What it asks */
      questions: string;
    };
    IssueDirectiveDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Tên nhiệm vụ / Subject */
      subject: string;
      /** @description Nguyên văn chỉ đạo / Verbatim */
      content: string;
      /** @description Lĩnh vực / Field */
      field: string;
      /**
       * @description 0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc / Priority
       * @default 0
       */
      priority: number;
      /** @description Người giao: chức vụ / Who gives it: the post */
      issuer: components['schemas']['PostDto'];
      /** @description Văn bản giao, thường là thông báo kết luận / The document that gives it */
      document?: components['schemas']['DocumentDto'];
      /** @description Buổi làm việc / The working session */
      workingSessionId?: string;
      /** @description Cơ quan chủ trì; hoặc each, hoặc group / Lead agency; or each, or group */
      lead?: string;
      /** @description Cơ quan phối hợp / Supporting agencies */
      support?: string[];
      /** @description Mỗi cơ quan này tự chịu trách nhiệm / Each of these by itself */
      each?: string[];
      /**
       * @description Tất cả sở, ngành hoặc tất cả xã, phường vào ngày giao / All of them as of that day
       * @enum {string}
       */
      group?: 'ALL_DEPARTMENTS' | 'ALL_LOCAL_UNITS';
      /** @description Cơ quan theo dõi / Watching agencies */
      watch?: string[];
      /** @description Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words */
      term: string;
      /** @description Thời hạn riêng của cơ quan phối hợp / The supporters' own term. Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words */
      supportTerm?: string;
    };
    LetterTemplateDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Lời văn của công văn / The words of the letter */
      template: components['schemas']['LetterTemplatePartsDto'];
    };
    LetterTemplatePartsDto: {
      /** @description Cơ quan chủ quản / The body above */
      superior: string;
      /** @description Cơ quan ban hành / The body that issues */
      organ: string;
      /** @description Địa danh / Place */
      place: string;
      /** @description Mở đầu / Opening; {{agency}}, {{count}}, {{number}}, {{date}}, {{replyBy}}, {{longest}} */
      opening: string;
      /** @description Kết / Closing; {{agency}}, {{count}}, {{number}}, {{date}}, {{replyBy}}, {{longest}} */
      closing: string;
      /** @description Nơi nhận / Recipients */
      recipients: string[];
    };
    LinkDto: {
      /** @description Phần sau dấu # của đường dẫn / What stands after the # of the link */
      link: string;
      /** @description Mật khẩu mới / New password */
      newPassword: string;
      /** @description Tên đăng nhập / Login (quản trị viên đầu tiên / first administrator) */
      login?: string;
      /** @description Họ tên / Name */
      displayName?: string;
      /** @description Mã cơ quan / Code of the agency */
      agency?: string;
    };
    LodgePetitionDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Tên kiến nghị / Subject */
      subject: string;
      /** @description Nguyên văn / Verbatim */
      content: string;
      /** @description Lĩnh vực / Field: LAND, PLANNING, PUBLIC_INVESTMENT, BUDGET, PUBLIC_ASSETS, STAFF, ADMINISTRATIVE_PROCEDURE, ADMINISTRATIVE_FINE, CONSTRUCTION, AGRICULTURE, ENVIRONMENT, DIGITAL, EDUCATION, HEALTH, CULTURE, JUSTICE, SECURITY, OTHER */
      field: string;
      /** @description Mã xã, phường nêu kiến nghị / Code of the commune or ward */
      raisedBy: string;
      /**
       * @description Thẩm quyền / Competence
       * @default PROVINCE
       * @enum {string}
       */
      competence: 'CENTRAL' | 'PROVINCE' | 'COMMUNE';
      /**
       * Format: date
       * @description Ngày tiếp nhận; mặc định là ngày của việc này / Date received
       */
      receivedOn?: string;
      /** @description Buổi làm việc mà kiến nghị được nêu / The working session it came from */
      workingSessionId?: string;
      /** @description Công dân được nêu trong kiến nghị; được niêm phong riêng từng người và xóa được. Nguyên văn ghi {{1}}, {{2}}… ở chỗ của họ; tên kiến nghị không nêu ai. / Citizens whom the petition names: each sealed apart, and erasable. The verbatim text says {{1}}, {{2}}… in their places; the subject names nobody. */
      persons?: components['schemas']['PersonDto'][];
    };
    MailAddressDto: {
      /** @description Nơi nhận thông báo; bỏ trống: không nhận thư / Where notices go; left out: nowhere */
      email?: string;
    };
    MergeAgencyDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Cơ quan nhận sáp nhập / The body it becomes part of */
      successor: string;
      /** @description Căn cứ pháp lý / Legal basis */
      legalBasis: string;
    };
    NewAccountDto: {
      /** @description Tên đăng nhập / Login */
      login: string;
      /** @description Họ tên / Name */
      displayName: string;
      /**
       * @description Vai trò / Role
       * @enum {string}
       */
      role?:
        | 'commune-clerk'
        | 'department-officer'
        | 'department-leader'
        | 'office-coordinator'
        | 'standing-vice-chairman'
        | 'auditor'
        | 'administrator';
      /** @description Mã cơ quan / Code of the agency */
      agency?: string;
      /** @description Mật khẩu cấp lần đầu, phải đổi ngay; bỏ trống: đường dẫn / A first password, to be changed at once; left out: a link */
      password?: string;
    };
    NothingDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
    };
    OfficeHolderDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Chức vụ / Post */
      post: string;
      /** @description Người giữ / Person */
      person: string;
      /**
       * Format: date
       * @description Từ ngày / From
       */
      from: string;
      /**
       * Format: date
       * @description Đến hết ngày; null hoặc bỏ trống: đang giữ / To
       */
      to?: string | null;
      /** @description Quyền, phụ trách / Acting */
      acting?: boolean;
    };
    OwnMailAddressDto: {
      /** @description Mật khẩu hiện tại; không cần nếu đăng nhập một lần / Present password; not with single sign-on */
      password?: string;
      /** @description Nơi nhận thông báo; bỏ trống: không nhận thư / Where notices go; left out: nowhere */
      email?: string;
    };
    PasswordDto: {
      /** @description Mật khẩu hiện tại / Present password */
      password: string;
      /** @description Mật khẩu mới, ít nhất 12 ký tự / New password, 12 characters at least */
      newPassword: string;
    };
    PauseDto: {
      /**
       * Format: date
       * @description Dừng từ ngày / Stopped from
       */
      from: string;
      /**
       * Format: date
       * @description Làm lại từ ngày / Going on from
       */
      to?: string;
    };
    PersonDto: {
      /** @description Số điện thoại / Telephone */
      phone?: string;
      /** @description Địa chỉ / Address */
      address?: string;
      /** @description Số định danh / Personal identification number */
      idNumber?: string;
      /** @description Điều khác về người này / Anything else about the person */
      note?: string;
      /** @description Họ tên / Name */
      name: string;
    };
    PetitionTextDto: {
      /** @description Tên kiến nghị / Subject */
      subject: string;
      /** @description Nguyên văn / Verbatim */
      content: string;
      /** @description Lĩnh vực / Field: LAND, PLANNING, PUBLIC_INVESTMENT, BUDGET, PUBLIC_ASSETS, STAFF, ADMINISTRATIVE_PROCEDURE, ADMINISTRATIVE_FINE, CONSTRUCTION, AGRICULTURE, ENVIRONMENT, DIGITAL, EDUCATION, HEALTH, CULTURE, JUSTICE, SECURITY, OTHER */
      field: string;
    };
    PostDto: {
      /** @description Chức vụ / Post */
      post: string;
      /** @description Người giữ chức vụ ngày hôm đó / Who held it that day */
      person?: string;
    };
    PreferencesDto: {
      /** @description Các loại không nhận thư / Kinds not to be mailed: ASSIGNED, RETURNED, DUE_DATE, ANSWER, REQUEST, DISPUTED, STOPPED, REMINDED, OVERDUE, ESCALATED, URGED, SYSTEM */
      muted: string[];
    };
    ProgressDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Văn bản này phục vụ nhiều nghĩa vụ (ngày và trích yếu phải trùng). / This document serves several obligations (same date and subject). */
      sharedDocument?: boolean;
      /** @description Tiến độ / Progress */
      text: string;
      /** @description Phần trăm / Per cent */
      percent?: number;
      /**
       * Format: date
       * @description Báo cáo tiếp theo / Next report
       */
      nextOn?: string;
      /** @description Văn bản báo cáo / The written report */
      document?: components['schemas']['DocumentDto'];
    };
    ReadDto: {
      /** @description Mã các thông báo / Ids of notices */
      ids: string[];
    };
    ReasonDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Lý do / Reason */
      reason: string;
    };
    ReassignDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Văn bản này phục vụ nhiều nghĩa vụ (ngày và trích yếu phải trùng). / This document serves several obligations (same date and subject). */
      sharedDocument?: boolean;
      /** @description Mã cơ quan nhận / Code of the receiving agency */
      toAgency: string;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Thời hạn riêng của cơ quan nhận; hạn chung không đổi. / The receiver's own term; the overall due date stays. Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words */
      receiverTerm?: string;
      /** @description Văn bản giao lại / The document that reassigns it */
      document: components['schemas']['DocumentDto'];
    };
    RenameAgencyDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Tên mới / New name */
      name: string;
      /** @description Tên gọi khác / Other spellings */
      aliases?: string[];
      /** @description Căn cứ pháp lý / Legal basis */
      legalBasis?: string;
    };
    ReopenDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Số các nghĩa vụ mở lại; mặc định: chủ trì / Obligations to reopen */
      obligations?: string[];
      /** @description Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words */
      term: string;
    };
    RepeatOfDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Số hoặc mã kiến nghị trước / Number or id of the earlier petition */
      repeatOf: string;
    };
    ResumeDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Số các nghĩa vụ; mặc định: tất cả đang mở / Obligations; all open ones by default */
      obligations?: string[];
      /** @description Văn bản / The document */
      document?: components['schemas']['DocumentDto'];
      /**
       * Format: date
       * @description Làm lại từ ngày / Going on from
       */
      restartOn: string;
      /** @description Lý do / Reason */
      reason?: string;
    };
    ReturnDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words; "KEEP": giữ hạn đang có / keeps the due date in force */
      term: string;
    };
    RevokeDayDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Căn cứ pháp lý / Legal basis */
      legalBasis: string;
    };
    RoutePetitionDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Cơ quan chủ trì / Lead agency */
      lead?: string;
      /** @description Cơ quan phối hợp / Supporting agencies */
      support?: string[];
      /** @description Cơ quan theo dõi / Watching agencies */
      watch?: string[];
      /** @description Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words */
      term: string;
      /** @description Thời hạn riêng của cơ quan phối hợp / The supporters' own term. Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words */
      supportTerm?: string;
      /** @description Văn bản giao / The document that assigns it */
      document?: components['schemas']['DocumentDto'];
      /** @description Nhiệm vụ yêu cầu trả lời (số hoặc mã) / The directive that ordered the answer */
      directiveId?: string;
    };
    SavedViewDto: {
      /** @description Tên bộ lọc / Name */
      name: string;
      /** @description Bộ lọc như trên thanh địa chỉ; không nêu: không lọc / As in the address bar; without it no filter */
      query?: string;
      /** @description Chia sẻ cho cơ quan / Shared with the agency */
      shared?: boolean;
    };
    SignInDto: {
      /** @description Tên đăng nhập / Login */
      login: string;
      /** @description Mật khẩu / Password */
      password: string;
    };
    SignerInfoDto: {
      /** @description Chức vụ người ký / Post of the signer */
      position: string;
      /** @description Họ tên người ký / Name of the signer */
      fullName?: string;
      /**
       * @description TM., KT., TL., TUQ., Q. / In what capacity it was signed
       * @enum {string}
       */
      capacity?: 'ON_BEHALF' | 'DEPUTY_FOR' | 'BY_ORDER' | 'BY_AUTHORISATION' | 'ACTING';
    };
    SplitPetitionDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Các kiến nghị sau khi tách / The petitions it becomes */
      parts: components['schemas']['PetitionTextDto'][];
    };
    SuspendDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Số các nghĩa vụ; mặc định: tất cả đang mở / Obligations; all open ones by default */
      obligations?: string[];
      /** @description Văn bản / The document */
      document?: components['schemas']['DocumentDto'];
      /**
       * Format: date
       * @description Dừng từ ngày / Stopped from
       */
      stopOn: string;
      /** @description Lý do / Reason */
      reason: string;
    };
    TokenDto: {
      /** @description Mật khẩu hiện tại; không cần nếu đăng nhập một lần / Present password; not with single sign-on */
      password?: string;
      /** @description Dùng cho việc gì / What it is for */
      name: string;
      /** @description read, write, register:read, cases:write, reports:read, audit:read, notifications, directory:write */
      scopes: string[];
      /** @description Số ngày có hiệu lực / Days that it is good for */
      days: number;
    };
    TransferDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Văn bản này phục vụ nhiều nghĩa vụ (ngày và trích yếu phải trùng). / This document serves several obligations (same date and subject). */
      sharedDocument?: boolean;
      /** @description Mã cơ quan nhận / Code of the receiving agency */
      toAgency: string;
      /** @description Lý do / Reason */
      reason: string;
      /** @description Thời hạn riêng của cơ quan nhận; hạn chung không đổi. / The receiver's own term; the overall due date stays. Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words */
      receiverTerm?: string;
      /** @description Phiếu chuyển / Transfer slip */
      slip: components['schemas']['DocumentDto'];
    };
    TryPolicyDto: {
      /** @description Quy tắc muốn thử; chưa ban hành / The policy to try */
      policy: components['schemas']['EscalationPolicyDto'];
      /** @description Số ngày đã qua / Days back */
      past?: number;
    };
    UrgingLetterDto: {
      /**
       * Format: date
       * @description Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.
       */
      on?: string;
      /** @description Cơ quan bị đôn đốc / The agency that is urged */
      agency: string;
      /** @description Các nghĩa vụ, ví dụ KN-2025-00001.1; bỏ trống: mọi nội dung quá hạn của cơ quan / Obligations; none: all that is overdue */
      obligations?: string[];
      /** @description Số, ký hiệu, ngày, trích yếu, người ký / The letter */
      document: components['schemas']['DocumentWithoutFilesDto'];
      /**
       * Format: date
       * @description Báo cáo trước ngày; không đổi thời hạn đã giao / To reply by; moves no due date
       */
      replyBy?: string;
      /** @description Ký thay, thừa lệnh, thừa ủy quyền ai / In whose place it is signed */
      signedFor?: string;
    };
    WebhookDto: {
      /** @description Nơi nhận, https / Where to post to, https */
      url: string;
      /** @description Những sự kiện cần nhận; POLICY_STEPS: những gì chính sách đôn đốc gửi qua webhook / Events to hear of: PetitionRouted, PetitionTransferred, PetitionReopened, ObligationInherited, DirectiveIssued, DirectiveReassigned, DirectiveReopened, DirectiveResumed, WrittenAnswerReturned, CompletionReturned, DueDateChanged, DueDateChangeRefused, AssignmentDeclineRefused, DueDateChangeRequested, AssignmentDeclined, WrittenAnswerIssued, CompletionReported, WrittenAnswerDisputed, DirectiveSuspended, DirectiveCancelled, PetitionWithdrawn, UrgingLetterIssued, ObligationReminded, ObligationBecameOverdue, ObligationEscalated, POLICY_STEPS */
      events: string[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  RecordController_accesses: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Từ sự kiện thứ / From this event on */
        from?: number;
        /** @description Số dòng mỗi trang / Lines on a page */
        limit?: number;
        /** @description Ngày; bỏ trống: hôm nay / The day; default: today */
        day?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AccountsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AccountsController_create: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAccountDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AccountsController_disable: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DisableDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AccountsController_email: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MailAddressDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AccountsController_enable: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AccountsController_grant: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AccountsController_revoke: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
        grantId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RecordController_ofAccount: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Từ sự kiện thứ / From this event on */
        from?: number;
        /** @description Số dòng mỗi trang / Lines on a page */
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AccountsController_reset: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AccountsController_clearSecondFactor: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AgenciesController_list: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Vào ngày / On the day */
        on?: string;
        /** @description Loại / Kind */
        kind?: 'DEPARTMENT' | 'COMMUNE' | 'WARD' | 'PROVINCIAL_BODY' | 'CENTRAL_BODY' | 'COMPANY';
        /** @description Tìm không cần dấu / Words, marks do not matter */
        text?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AgenciesController_establish: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EstablishAgencyDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AgenciesController_one: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Vào ngày / On the day */
        on?: string;
        /** @description Loại / Kind */
        kind?: 'DEPARTMENT' | 'COMMUNE' | 'WARD' | 'PROVINCIAL_BODY' | 'CENTRAL_BODY' | 'COMPANY';
        /** @description Tìm không cần dấu / Words, marks do not matter */
        text?: string;
      };
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AgenciesController_dissolve: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DissolveAgencyDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AgenciesController_merge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MergeAgencyDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AgenciesController_hold: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfficeHolderDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AgenciesController_rename: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RenameAgencyDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DraftsController_list: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Tình trạng / Statuses */
        status?: string;
        /** @description Số dòng / Page size */
        limit?: number;
        /** @description nextCursor của trang trước / nextCursor of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DraftsController_draft: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DraftsController_one: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  CalendarChangesController_apply: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyCalendarDto'];
      };
    };
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  CalendarChangesController_preview: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CalendarChangeDto'];
      };
    };
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  CalendarController_due: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DueDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  CalendarController_year: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  CalendarController_revoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        year: string;
        date: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevokeDayDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  CalendarController_draft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_possible: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_history: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  ForecastController_ofCase: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_due: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_related: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SignInController_demonstration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DemoSignInDto'];
      };
    };
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Bị từ chối; không nói vì sao / Refused; why is not said */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Thử quá nhiều lần: xem Retry-After / Too many attempts: see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_directives: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
        /** @description Xã, phường / Commune or ward */
        unit?: string;
        /** @description Lĩnh vực / Field */
        field?: string;
        /** @description Tình trạng hồ sơ / Statuses */
        status?: string;
        /** @description Buổi làm việc / Working session */
        session?: string;
        /** @description Tìm không cần dấu / Words, marks do not matter */
        text?: string;
        /** @description Chưa giao cơ quan nào / Nobody is charged with it yet */
        unrouted?: boolean;
        /** @description Sắp theo / Sort */
        sort?: 'case' | 'subject' | 'unit' | 'received';
        /** @description Chiều / Direction */
        direction?: 'asc' | 'desc';
        /** @description Số dòng / Page size */
        limit?: number;
        /** @description nextCursor của trang trước / nextCursor of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_issue: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueDirectiveDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_directive: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_cancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_close: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_accept: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_acknowledge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NothingDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_withdrawCompletion: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
        answerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectiveDueDatesController_decline: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectiveDueDatesController_refuseDecline: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectiveDueDatesController_change: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DueDateDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectiveDueDatesController_recompute: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectiveDueDatesController_refuse: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DueDateRefusalDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectiveDueDatesController_request: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DueDateRequestDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_progress: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProgressDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_reassign: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReassignDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_returned: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_reopen: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReopenDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_resume: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResumeDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DirectivesController_suspend: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SuspendDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  EscalationController_list: {
    parameters: {
      query?: {
        /** @description Quy tắc có hiệu lực ngày này / In force on this day */
        on?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  EscalationController_adopt: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EscalationPolicyDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  ForecastController_ahead: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Số ngày tới / Days ahead */
        days?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  ForecastController_try: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TryPolicyDto'];
      };
    };
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  LedgerController_ledger: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_me: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_act: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActingDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  FeedsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  FeedsController_add: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FeedDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  FeedsController_revoke: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DelegationsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DelegationsController_delegate: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DelegationDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  DelegationsController_revoke: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_email: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnMailAddressDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  InboxController_list: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Chỉ thông báo chưa đọc / Unread ones only */
        unread?: boolean;
        /** @description Số dòng mỗi trang / Lines on a page */
        limit?: number;
        /** @description nextCursor của trang trước / nextCursor of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  InboxController_read: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReadDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  InboxController_readAll: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  InboxController_preferred: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  InboxController_prefer: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PreferencesDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_password: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_enrol: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_confirm: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CodeDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_disable: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_renew: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_sessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_endAll: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_end: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_tokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_makeToken: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TokenDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  MeController_revokeToken: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SavedViewsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SavedViewsController_keep: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SavedViewDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SavedViewsController_remove: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  InboxController_mail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_obligations: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
        /** @description Loại hồ sơ / Kind of case */
        kind?: 'PETITION' | 'DIRECTIVE';
        /** @description Cơ quan chịu trách nhiệm / Agency that owes */
        agency?: string;
        /** @description Xã, phường nêu kiến nghị / Commune or ward */
        unit?: string;
        /** @description Lĩnh vực / Field */
        field?: string;
        /** @description Vai trò / Role */
        role?: 'LEAD' | 'SUPPORT';
        /** @description Trạng thái xử lý / Workflow states */
        workflow?: string;
        /** @description Tình trạng thời hạn / Term states */
        term?: string;
        /** @description Kết quả giải quyết / Categories */
        category?: string;
        /** @description Tình trạng văn bản trả lời / Answer statuses */
        answerStatus?: string;
        /** @description Đúng hạn, quá hạn / On time or late */
        timeliness?: 'ON_TIME' | 'LATE';
        /** @description Hạn từ ngày / Due from */
        dueFrom?: string;
        /** @description Hạn đến ngày / Due to */
        dueTo?: string;
        /** @description Giao từ ngày / Assigned from */
        assignedFrom?: string;
        /** @description Giao đến ngày / Assigned to */
        assignedTo?: string;
        /** @description Chậm so với hạn ban đầu / Late against the first due date */
        lateAgainstOriginal?: boolean;
        /** @description Buổi làm việc / Working session */
        session?: string;
        /** @description Số hoặc mã hồ sơ / Number or id of a case */
        case?: string;
        /** @description Tìm không cần dấu / Words, marks do not matter */
        text?: string;
        /** @description Hạn tạm tính / Provisional due dates */
        provisional?: boolean;
        /** @description Địa phương chưa đồng ý / Disputed by the commune */
        disputed?: boolean;
        /** @description Mức đôn đốc: 0 nhắc, 1 quá hạn, 2 lãnh đạo, 3 Văn phòng, 4 danh sách đỏ / Levels of escalation; 4 is the red list */
        level?: string;
        /** @description Sắp theo / Sort */
        sort?: 'due' | 'case' | 'unit' | 'agency' | 'subject' | 'assigned';
        /** @description Chiều / Direction */
        direction?: 'asc' | 'desc';
        /** @description Số dòng / Page size */
        limit?: number;
        /** @description nextCursor của trang trước / nextCursor of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_counts: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
        /** @description Loại hồ sơ / Kind of case */
        kind?: 'PETITION' | 'DIRECTIVE';
        /** @description Cơ quan chịu trách nhiệm / Agency that owes */
        agency?: string;
        /** @description Xã, phường nêu kiến nghị / Commune or ward */
        unit?: string;
        /** @description Lĩnh vực / Field */
        field?: string;
        /** @description Vai trò / Role */
        role?: 'LEAD' | 'SUPPORT';
        /** @description Trạng thái xử lý / Workflow states */
        workflow?: string;
        /** @description Tình trạng thời hạn / Term states */
        term?: string;
        /** @description Kết quả giải quyết / Categories */
        category?: string;
        /** @description Tình trạng văn bản trả lời / Answer statuses */
        answerStatus?: string;
        /** @description Đúng hạn, quá hạn / On time or late */
        timeliness?: 'ON_TIME' | 'LATE';
        /** @description Hạn từ ngày / Due from */
        dueFrom?: string;
        /** @description Hạn đến ngày / Due to */
        dueTo?: string;
        /** @description Giao từ ngày / Assigned from */
        assignedFrom?: string;
        /** @description Giao đến ngày / Assigned to */
        assignedTo?: string;
        /** @description Chậm so với hạn ban đầu / Late against the first due date */
        lateAgainstOriginal?: boolean;
        /** @description Buổi làm việc / Working session */
        session?: string;
        /** @description Số hoặc mã hồ sơ / Number or id of a case */
        case?: string;
        /** @description Tìm không cần dấu / Words, marks do not matter */
        text?: string;
        /** @description Hạn tạm tính / Provisional due dates */
        provisional?: boolean;
        /** @description Địa phương chưa đồng ý / Disputed by the commune */
        disputed?: boolean;
        /** @description Mức đôn đốc: 0 nhắc, 1 quá hạn, 2 lãnh đạo, 3 Văn phòng, 4 danh sách đỏ / Levels of escalation; 4 is the red list */
        level?: string;
        /** @description Đếm theo / Count by */
        by?: 'all' | 'agency' | 'unit' | 'field' | 'session' | 'due';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AuditController_differences: {
    parameters: {
      query: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
        /** @description Loại hồ sơ / Kind of case */
        kind?: 'PETITION' | 'DIRECTIVE';
        /** @description Cơ quan chịu trách nhiệm / Agency that owes */
        agency?: string;
        /** @description Xã, phường nêu kiến nghị / Commune or ward */
        unit?: string;
        /** @description Lĩnh vực / Field */
        field?: string;
        /** @description Vai trò / Role */
        role?: 'LEAD' | 'SUPPORT';
        /** @description Trạng thái xử lý / Workflow states */
        workflow?: string;
        /** @description Tình trạng thời hạn / Term states */
        term?: string;
        /** @description Kết quả giải quyết / Categories */
        category?: string;
        /** @description Tình trạng văn bản trả lời / Answer statuses */
        answerStatus?: string;
        /** @description Đúng hạn, quá hạn / On time or late */
        timeliness?: 'ON_TIME' | 'LATE';
        /** @description Hạn từ ngày / Due from */
        dueFrom?: string;
        /** @description Hạn đến ngày / Due to */
        dueTo?: string;
        /** @description Giao từ ngày / Assigned from */
        assignedFrom?: string;
        /** @description Giao đến ngày / Assigned to */
        assignedTo?: string;
        /** @description Chậm so với hạn ban đầu / Late against the first due date */
        lateAgainstOriginal?: boolean;
        /** @description Buổi làm việc / Working session */
        session?: string;
        /** @description Số hoặc mã hồ sơ / Number or id of a case */
        case?: string;
        /** @description Tìm không cần dấu / Words, marks do not matter */
        text?: string;
        /** @description Hạn tạm tính / Provisional due dates */
        provisional?: boolean;
        /** @description Địa phương chưa đồng ý / Disputed by the commune */
        disputed?: boolean;
        /** @description Mức đôn đốc: 0 nhắc, 1 quá hạn, 2 lãnh đạo, 3 Văn phòng, 4 danh sách đỏ / Levels of escalation; 4 is the red list */
        level?: string;
        /** @description Từ: ngày (cuối ngày) hoặc thời điểm / a day (its end) or an instant */
        from: string;
        /** @description Đến: ngày (cuối ngày) hoặc thời điểm / a day (its end) or an instant; mặc định: bây giờ / default: now */
        to?: string;
        /** @description Cách xem của ngày sau, nếu khác reading / The reading of the second day, where it is another than reading */
        toReading?: 'RECORDED' | 'EFFECTIVE';
        /** @description Số dòng / Page size */
        limit?: number;
        /** @description nextCursor của trang trước / nextCursor of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  AuditController_explanation: {
    parameters: {
      query: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
        /** @description Loại hồ sơ / Kind of case */
        kind?: 'PETITION' | 'DIRECTIVE';
        /** @description Cơ quan chịu trách nhiệm / Agency that owes */
        agency?: string;
        /** @description Xã, phường nêu kiến nghị / Commune or ward */
        unit?: string;
        /** @description Lĩnh vực / Field */
        field?: string;
        /** @description Vai trò / Role */
        role?: 'LEAD' | 'SUPPORT';
        /** @description Trạng thái xử lý / Workflow states */
        workflow?: string;
        /** @description Tình trạng thời hạn / Term states */
        term?: string;
        /** @description Kết quả giải quyết / Categories */
        category?: string;
        /** @description Tình trạng văn bản trả lời / Answer statuses */
        answerStatus?: string;
        /** @description Đúng hạn, quá hạn / On time or late */
        timeliness?: 'ON_TIME' | 'LATE';
        /** @description Hạn từ ngày / Due from */
        dueFrom?: string;
        /** @description Hạn đến ngày / Due to */
        dueTo?: string;
        /** @description Giao từ ngày / Assigned from */
        assignedFrom?: string;
        /** @description Giao đến ngày / Assigned to */
        assignedTo?: string;
        /** @description Chậm so với hạn ban đầu / Late against the first due date */
        lateAgainstOriginal?: boolean;
        /** @description Buổi làm việc / Working session */
        session?: string;
        /** @description Số hoặc mã hồ sơ / Number or id of a case */
        case?: string;
        /** @description Tìm không cần dấu / Words, marks do not matter */
        text?: string;
        /** @description Hạn tạm tính / Provisional due dates */
        provisional?: boolean;
        /** @description Địa phương chưa đồng ý / Disputed by the commune */
        disputed?: boolean;
        /** @description Mức đôn đốc: 0 nhắc, 1 quá hạn, 2 lãnh đạo, 3 Văn phòng, 4 danh sách đỏ / Levels of escalation; 4 is the red list */
        level?: string;
        /** @description Con số cần giải thích / The figure to explain */
        figure:
          | 'total'
          | 'doneOnTime'
          | 'doneLate'
          | 'doneNoTerm'
          | 'openInTerm'
          | 'openOverdue'
          | 'openNoTerm'
          | 'dueSoon'
          | 'ended'
          | 'answered'
          | 'resolved';
        /** @description Số dòng / Page size */
        limit?: number;
        /** @description nextCursor của trang trước / nextCursor of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_trend: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
        /** @description Loại hồ sơ / Kind of case */
        kind?: 'PETITION' | 'DIRECTIVE';
        /** @description Cơ quan chịu trách nhiệm / Agency that owes */
        agency?: string;
        /** @description Xã, phường nêu kiến nghị / Commune or ward */
        unit?: string;
        /** @description Lĩnh vực / Field */
        field?: string;
        /** @description Vai trò / Role */
        role?: 'LEAD' | 'SUPPORT';
        /** @description Trạng thái xử lý / Workflow states */
        workflow?: string;
        /** @description Tình trạng thời hạn / Term states */
        term?: string;
        /** @description Kết quả giải quyết / Categories */
        category?: string;
        /** @description Tình trạng văn bản trả lời / Answer statuses */
        answerStatus?: string;
        /** @description Đúng hạn, quá hạn / On time or late */
        timeliness?: 'ON_TIME' | 'LATE';
        /** @description Hạn từ ngày / Due from */
        dueFrom?: string;
        /** @description Hạn đến ngày / Due to */
        dueTo?: string;
        /** @description Giao từ ngày / Assigned from */
        assignedFrom?: string;
        /** @description Giao đến ngày / Assigned to */
        assignedTo?: string;
        /** @description Chậm so với hạn ban đầu / Late against the first due date */
        lateAgainstOriginal?: boolean;
        /** @description Buổi làm việc / Working session */
        session?: string;
        /** @description Số hoặc mã hồ sơ / Number or id of a case */
        case?: string;
        /** @description Tìm không cần dấu / Words, marks do not matter */
        text?: string;
        /** @description Hạn tạm tính / Provisional due dates */
        provisional?: boolean;
        /** @description Địa phương chưa đồng ý / Disputed by the commune */
        disputed?: boolean;
        /** @description Mức đôn đốc: 0 nhắc, 1 quá hạn, 2 lãnh đạo, 3 Văn phòng, 4 danh sách đỏ / Levels of escalation; 4 is the red list */
        level?: string;
        /** @description Số tuần / Weeks */
        weeks?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_petitions: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
        /** @description Xã, phường / Commune or ward */
        unit?: string;
        /** @description Lĩnh vực / Field */
        field?: string;
        /** @description Tình trạng hồ sơ / Statuses */
        status?: string;
        /** @description Buổi làm việc / Working session */
        session?: string;
        /** @description Tìm không cần dấu / Words, marks do not matter */
        text?: string;
        /** @description Chưa giao cơ quan nào / Nobody is charged with it yet */
        unrouted?: boolean;
        /** @description Sắp theo / Sort */
        sort?: 'case' | 'subject' | 'unit' | 'received';
        /** @description Chiều / Direction */
        direction?: 'asc' | 'desc';
        /** @description Số dòng / Page size */
        limit?: number;
        /** @description nextCursor của trang trước / nextCursor of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_lodge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LodgePetitionDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  RegisterController_petition: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / The register at the end of this day, at this instant, or right after the event at this position */
        asOf?: string;
        /** @description Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn (EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too */
        reading?: 'RECORDED' | 'EFFECTIVE';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Nguyên văn với họ tên, hoặc dấu thay thế, ở chỗ {{1}}, {{2}}…; chỉ có khi kiến nghị nêu công dân / The text with names, or marks, in their places; only when it names citizens */
            contentShown?: string;
            persons?: {
              /** Format: uuid */
              subject: string;
              place: string;
              /** @enum {string} */
              state: 'READABLE' | 'SEALED' | 'ERASED' | 'UNREADABLE';
              /** @description READABLE */
              name?: string;
              /** @description READABLE */
              phone?: string;
              /** @description READABLE */
              address?: string;
              /** @description READABLE */
              idNumber?: string;
              /** @description READABLE */
              note?: string;
              /** @description Dấu thay thế, khi không đọc được / The mark, when not readable */
              vi?: string;
              en?: string;
            }[];
          } & {
            [key: string]: unknown;
          };
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_amend: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AmendPetitionDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_forward: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ForwardDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_clarify: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClarificationDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_close: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_accept: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_withdrawAnswer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
        answerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionDueDatesController_decline: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionDueDatesController_refuseDecline: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_dispute: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionDueDatesController_change: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DueDateDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionDueDatesController_recompute: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionDueDatesController_refuse: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DueDateRefusalDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionDueDatesController_request: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DueDateRequestDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_ask: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InformationRequestDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_returned: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_transfer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
        no: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransferDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_reopen: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReopenDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_repeatOf: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RepeatOfDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_route: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoutePetitionDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_split: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SplitPetitionDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  PetitionsController_withdraw: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SystemController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RecordController_ofDay: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Từ sự kiện thứ / From this event on */
        from?: number;
        /** @description Số dòng mỗi trang / Lines on a page */
        limit?: number;
        /** @description Ngày; bỏ trống: hôm nay / The day; default: today */
        day?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SignInController_password: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInDto'];
      };
    };
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Bị từ chối; không nói vì sao / Refused; why is not said */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Thử quá nhiều lần: xem Retry-After / Too many attempts: see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SignInController_link: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkDto'];
      };
    };
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Bị từ chối; không nói vì sao / Refused; why is not said */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Thử quá nhiều lần: xem Retry-After / Too many attempts: see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SignInController_options: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Bị từ chối; không nói vì sao / Refused; why is not said */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Thử quá nhiều lần: xem Retry-After / Too many attempts: see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SignInController_secondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CodeDto'];
      };
    };
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Bị từ chối; không nói vì sao / Refused; why is not said */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Thử quá nhiều lần: xem Retry-After / Too many attempts: see Retry-After */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SignInController_out: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  UrgingLettersController_list: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Cơ quan / Agency */
        agency?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  UrgingLettersController_issue: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UrgingLetterDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  UrgingLettersController_drafts: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  UrgingLettersController_preview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UrgingLetterDto'];
      };
    };
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  UrgingLettersController_template: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Dạng / Format */
        format?: 'json' | 'html';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  UrgingLettersController_adopt: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LetterTemplateDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SystemController_vocabulary: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WebhooksController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  WebhooksController_add: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookDto'];
      };
    };
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  WebhooksController_remove: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  WebhooksController_deliveries: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
        /** @description Số dòng / Lines */
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  WebhooksController_disable: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  WebhooksController_enable: {
    parameters: {
      query?: never;
      header: {
        /** @description csrfToken của GET /api/me / csrfToken of GET /api/me */
        'X-CSRF-Token': string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Chưa đăng nhập / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không được / Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SessionsController_list: {
    parameters: {
      query?: {
        /** @description Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
  SessionsController_hold: {
    parameters: {
      query?: never;
      header?: {
        /** @description Chế độ trình diễn, khi không đăng nhập: ai thực hiện / Demonstration, without signing in: who acts */
        'X-Demo-Actor'?: string;
        /** @description Gửi lại với cùng khóa thì nhận lại kết quả đầu / The same key gives the first outcome again */
        'Idempotency-Key'?: string;
        /** @description Phiên bản đã thấy, ví dụ "3" / The version that was seen, such as "3" */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HoldSessionDto'];
      };
    };
    responses: {
      /** @description Đã ghi nhận / Recorded */
      201: {
        headers: {
          /** @description Phiên bản mới / The new version */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      /** @description Yêu cầu sai dạng / Malformed */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Chưa xác định người dùng / Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Không có / Unknown */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Trái với tình trạng hiện tại / Against the state of things */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Đã thay đổi từ khi xem / Changed since it was seen */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
      /** @description Nội dung không hợp lệ / Invalid content */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': {
            /** @description urn:dondoc:problem:… */
            type: string;
            title: string;
            status: number;
            /** @description Mã ổn định / Stable code */
            code: string;
            /** @description Tiếng Việt / Vietnamese */
            detail: string;
            /** @description Tiếng Anh / English */
            detailEn: string;
            field?: string;
            errors?: Record<string, never>[];
            /** @description 412: điều đã thay đổi / what has changed */
            changes?: Record<string, never>[];
            /** @description Mã yêu cầu / Request id */
            instance: string;
          };
        };
      };
    };
  };
}
