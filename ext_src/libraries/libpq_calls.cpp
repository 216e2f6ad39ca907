#include "uvstream/libraries/libpq_calls.h"

#include <cstddef>
#include <cstdint>
#include <iterator>

#include <sys/socket.h>
#include <unistd.h>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/sched/strand.h"

namespace uvstream::libraries {

namespace {

struct Connection; // libpq's PGconn, which nobody else knows
struct Answer;     // its PGresult
struct Notification;
using Object = unsigned; // its Oid

// The running strand's in a call.
class Turn {
  public:
    explicit Turn(Connection* connection) : thread_(CallingThread::current()), connection_(connection) {
        if (thread_ == nullptr || connection == nullptr) return;
        ConnectionTurns& turns = thread_->connections;
        if (thread_->scheduler.may_block() && !turns.are_any()) return;
        // (User code that runs within a call, of a notice's, may make another, as on stock PHP.)
        if (turns.is_in_call(thread_->scheduler.current(), connection)) return;
        has_it_ = turns.begin(thread_->waiter(), connection);
        is_refused_ = !has_it_;
    }
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool is_refused() const { return is_refused_; }

  private:
    CallingThread* const thread_;
    Connection* const connection_;
    bool has_it_ = false, is_refused_ = false;
};

// `kFailed` is what the function returns that has failed.
template <class Name, auto kFailed, class Function> struct InTurn;
template <class Name, auto kFailed, class Result, class... Others>
struct InTurn<Name, kFailed, Result(Connection*, Others...)> {
    static Result call(Connection* connection, Others... others) {
        const Turn turn(connection);
        return turn.is_refused() ? static_cast<Result>(kFailed) : real(connection, others...);
    }
    static inline Result (*real)(Connection*, Others...) = nullptr;
};

using ConsumeInput = InTurn<struct PQconsumeInput, 0, int(Connection*)>;

// A connection that was broken for the strand, which is to end, is to be known as bad: what libpq could not write it
// takes for written until it reads, and PHP asks a COPY for its end for ever.
Turn::~Turn() {
    if (!has_it_) return;
    const sched::Strand& strand = thread_->scheduler.current();
    if (sched::ends_strand(strand.last_woken) && ConsumeInput::real != nullptr) ConsumeInput::real(connection_);
    thread_->connections.end(strand, connection_);
}

template <class Name, auto kFailed, class Function> Import in_turn(const char* name) {
    using Call = InTurn<Name, kFailed, Function>;
    return import_of(name, Call::call, Call::real);
}

void (*finish_real)(Connection*) = nullptr;

void finish(Connection* connection) {
    CallingThread* const thread = CallingThread::current();
    const auto free = [](void* its) { finish_real(static_cast<Connection*>(its)); };
    if (thread == nullptr || !thread->connections.free_later(connection, free)) finish_real(connection);
}

void (*clear_real)(Answer*) = nullptr;

void clear(Answer* answer) {
    CallingThread* const thread = CallingThread::current();
    if (thread != nullptr && thread->connections.take_freed(answer)) return;
    if (thread != nullptr && !thread->scheduler.may_block()) thread->connections.note_freed(answer);
    clear_real(answer);
}

int (*socket_real)(const Connection*) = nullptr;

// (Replaced for its address, which give_up_libpq_calls() wants.)
int socket_of(const Connection* connection) { return socket_real(connection); }

using Text = const char*;
using Texts = const char* const*;
using Numbers = const int*;
using Types = const Object*;

const Import calls[] = {
    import_of("PQfinish", finish, finish_real),
    import_of("PQclear", clear, clear_real),
    import_of("PQsocket", socket_of, socket_real),
    in_turn<struct PQreset, nullptr, void(Connection*)>("PQreset"),
    in_turn<struct PQresetStart, 0, int(Connection*)>("PQresetStart"),
    in_turn<struct PQresetPoll, 0, int(Connection*)>("PQresetPoll"),
    in_turn<struct PQconnectPoll, 0, int(Connection*)>("PQconnectPoll"),
    in_turn<struct PQrequestCancel, 0, int(Connection*)>("PQrequestCancel"),

    in_turn<struct PQexec, nullptr, Answer*(Connection*, Text)>("PQexec"),
    in_turn<struct PQexecParams, nullptr, Answer*(Connection*, Text, int, Types, Texts, Numbers, Numbers, int)>(
        "PQexecParams"),
    in_turn<struct PQprepare, nullptr, Answer*(Connection*, Text, Text, int, Types)>("PQprepare"),
    in_turn<struct PQexecPrepared, nullptr, Answer*(Connection*, Text, int, Texts, Numbers, Numbers, int)>(
        "PQexecPrepared"),
    in_turn<struct PQdescribePrepared, nullptr, Answer*(Connection*, Text)>("PQdescribePrepared"),
    in_turn<struct PQdescribePortal, nullptr, Answer*(Connection*, Text)>("PQdescribePortal"),
    in_turn<struct PQclosePrepared, nullptr, Answer*(Connection*, Text)>("PQclosePrepared"),
    in_turn<struct PQclosePortal, nullptr, Answer*(Connection*, Text)>("PQclosePortal"),
    in_turn<struct PQchangePassword, nullptr, Answer*(Connection*, Text, Text)>("PQchangePassword"),
    in_turn<struct PQsetClientEncoding, -1, int(Connection*, Text)>("PQsetClientEncoding"),

    in_turn<struct PQsendQuery, 0, int(Connection*, Text)>("PQsendQuery"),
    in_turn<struct PQsendQueryParams, 0, int(Connection*, Text, int, Types, Texts, Numbers, Numbers, int)>(
        "PQsendQueryParams"),
    in_turn<struct PQsendPrepare, 0, int(Connection*, Text, Text, int, Types)>("PQsendPrepare"),
    in_turn<struct PQsendQueryPrepared, 0, int(Connection*, Text, int, Texts, Numbers, Numbers, int)>(
        "PQsendQueryPrepared"),
    in_turn<struct PQsetSingleRowMode, 0, int(Connection*)>("PQsetSingleRowMode"),
    in_turn<struct PQsetChunkedRowsMode, 0, int(Connection*, int)>("PQsetChunkedRowsMode"),
    in_turn<struct PQgetResult, nullptr, Answer*(Connection*)>("PQgetResult"),
    in_turn<struct PQisBusy, 1, int(Connection*)>("PQisBusy"),
    in_turn<struct PQconsumeInput, 0, int(Connection*)>("PQconsumeInput"),
    in_turn<struct PQnotifies, nullptr, Notification*(Connection*)>("PQnotifies"),
    in_turn<struct PQsetnonblocking, -1, int(Connection*, int)>("PQsetnonblocking"),
    in_turn<struct PQflush, -1, int(Connection*)>("PQflush"),

    in_turn<struct PQputCopyData, -1, int(Connection*, Text, int)>("PQputCopyData"),
    in_turn<struct PQputCopyEnd, -1, int(Connection*, Text)>("PQputCopyEnd"),
    in_turn<struct PQgetCopyData, -2, int(Connection*, char**, int)>("PQgetCopyData"),
    in_turn<struct PQputline, -1, int(Connection*, Text)>("PQputline"),
    in_turn<struct PQendcopy, 1, int(Connection*)>("PQendcopy"),

    in_turn<struct lo_open, -1, int(Connection*, Object, int)>("lo_open"),
    in_turn<struct lo_close, -1, int(Connection*, int)>("lo_close"),
    in_turn<struct lo_read, -1, int(Connection*, int, char*, size_t)>("lo_read"),
    in_turn<struct lo_write, -1, int(Connection*, int, Text, size_t)>("lo_write"),
    in_turn<struct lo_lseek, -1, int(Connection*, int, int, int)>("lo_lseek"),
    in_turn<struct lo_lseek64, -1, int64_t(Connection*, int, int64_t, int)>("lo_lseek64"),
    in_turn<struct lo_tell, -1, int(Connection*, int)>("lo_tell"),
    in_turn<struct lo_tell64, -1, int64_t(Connection*, int)>("lo_tell64"),
    in_turn<struct lo_truncate, -1, int(Connection*, int, size_t)>("lo_truncate"),
    in_turn<struct lo_truncate64, -1, int(Connection*, int, int64_t)>("lo_truncate64"),
    in_turn<struct lo_creat, 0, Object(Connection*, int)>("lo_creat"),
    in_turn<struct lo_create, 0, Object(Connection*, Object)>("lo_create"),
    in_turn<struct lo_unlink, -1, int(Connection*, Object)>("lo_unlink"),
    in_turn<struct lo_import, 0, Object(Connection*, Text)>("lo_import"),
    in_turn<struct lo_import_with_oid, 0, Object(Connection*, Text, Object)>("lo_import_with_oid"),
    in_turn<struct lo_export, -1, int(Connection*, Object, Text)>("lo_export"),
};

// In the place of a connection that is the parent's: its peer is gone.
void put_dead_end(int fd) {
    int two[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, two) != 0) return;
    close(two[1]);
    dup2(two[0], fd);
    net::set_close_on_exec(fd);
    close(two[0]);
}

} // namespace

void give_up_libpq_calls(CallingThread& thread, const sched::Strand& strand, bool breaks) {
    thread.connections.bury(strand, [=](uintptr_t connection) {
        if (socket_real == nullptr) return;
        // (It lives: somebody is in a call.) NOLINTNEXTLINE(performance-no-int-to-ptr)
        const int fd = socket_real(reinterpret_cast<const Connection*>(connection));
        if (fd >= 0) breaks ? static_cast<void>(shutdown(fd, SHUT_RDWR)) : put_dead_end(fd);
    });
}

Imports libpq_calls() { return {calls, std::size(calls)}; }

} // namespace uvstream::libraries
