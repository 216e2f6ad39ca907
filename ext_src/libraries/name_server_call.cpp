#include "uvstream/libraries/name_server_call.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>

#include <netdb.h>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/loop/job.h"
#include "uvstream/sched/job_wait.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::libraries {

int (*res_nsearch_real)(res_state state, const char* name, int its_class, int type, unsigned char* answer,
                        int size) = nullptr;

namespace {

// With a state of its own, as the caller's was made.
struct Search : loop::Job {
    Search(const char* its_name, int its_class, int its_type, int its_size, unsigned long its_options)
        : Job(Kind::Call), name(its_name), name_class(its_class), type(its_type), size(its_size), options(its_options),
          answer(static_cast<unsigned char*>(calloc(1, static_cast<size_t>(size)))) {}
    ~Search() override { free(answer); }
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;

    void work() override {
        struct __res_state state {};
        if (res_ninit(&state) != 0) return;
        state.options = options;
        result = res_nsearch_real(&state, name.c_str(), name_class, type, answer, size);
        error = state.res_h_errno;
        res_nclose(&state);
    }
    const char* subject() const override { return name.c_str(); }
    void renew() override { result = -1; }

    const std::string name;
    const int name_class, type, size;
    const unsigned long options;
    unsigned char* const answer;
    int result = -1, error = NETDB_INTERNAL;
};

} // namespace

int res_nsearch_parking(res_state state, const char* name, int its_class, int type, unsigned char* answer, int size) {
    CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || size <= 0) return res_nsearch_real(state, name, its_class, type, answer, size);
    int result = -1;
    state->res_h_errno = HOST_NOT_FOUND;         // that of which PHP does not warn, for one that ends by an exception
    if (EG(exception) != nullptr) return result; // PHP asks on, for the next type
    auto* const search = new Search(name, its_class, type, size, state->options);
    sched::wait_for_job(thread->scheduler.current(), search, [&](const Search& done) {
        result = done.result;
        state->res_h_errno = done.error;
        memcpy(answer, done.answer, static_cast<size_t>(std::clamp(result, 0, size)));
    });
    return result;
}

} // namespace uvstream::libraries
