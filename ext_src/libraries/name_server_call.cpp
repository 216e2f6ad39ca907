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

#ifdef HAVE_RES_NSEARCH
int (*res_nsearch_real)(res_state state, const char* name, int its_class, int type, unsigned char* answer,
                        int size) = nullptr;
#else
int (*res_search_real)(const char* name, int its_class, int type, unsigned char* answer, int size) = nullptr;
#endif

namespace {

// With a state of its own, as the caller's was made, where there are such.
struct Search : loop::Job {
    Search(const char* its_name, int its_class, int its_type, int its_size, unsigned long its_options)
        : Job(Kind::Call), name(its_name), name_class(its_class), type(its_type), size(its_size), options(its_options),
          answer(static_cast<unsigned char*>(calloc(1, static_cast<size_t>(size)))) {}
    ~Search() override { free(answer); }
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;

    void work() override {
#ifdef HAVE_RES_NSEARCH
        struct __res_state state {};
        if (res_ninit(&state) != 0) return;
        state.options = options;
        result = res_nsearch_real(&state, name.c_str(), name_class, type, answer, size);
        error = state.res_h_errno;
        res_nclose(&state);
#else
        result = res_search_real(name.c_str(), name_class, type, answer, size);
        error = h_errno;
#endif
    }
    const char* subject() const override { return name.c_str(); }
    void renew() override { result = -1; }

    const std::string name;
    const int name_class, type, size;
    const unsigned long options;
    unsigned char* const answer;
    int result = -1, error = -1; // NETDB_INTERNAL, a name that not every system has
};

// (The caller's HOST_NOT_FOUND stays where the wait ends by an exception: PHP, which asks on, does not warn of it.)
int ask(CallingThread* thread, Search* search, unsigned char* answer, int* error) {
    int result = -1;
    sched::wait_for_job(thread->scheduler.current(), search, [&](const Search& done) {
        result = done.result;
        *error = done.error;
        memcpy(answer, done.answer, static_cast<size_t>(std::clamp(result, 0, done.size)));
    });
    return result;
}

} // namespace

#ifdef HAVE_RES_NSEARCH

int res_nsearch_parking(res_state state, const char* name, int its_class, int type, unsigned char* answer, int size) {
    CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || size <= 0) return res_nsearch_real(state, name, its_class, type, answer, size);
    state->res_h_errno = HOST_NOT_FOUND;
    if (EG(exception) != nullptr) return -1;
    return ask(thread, new Search(name, its_class, type, size, state->options), answer, &state->res_h_errno);
}

#else

int res_search_parking(const char* name, int its_class, int type, unsigned char* answer, int size) {
    CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || size <= 0) return res_search_real(name, its_class, type, answer, size);
    int error = HOST_NOT_FOUND;
    const int result =
        EG(exception) != nullptr ? -1 : ask(thread, new Search(name, its_class, type, size, 0), answer, &error);
    h_errno = error;
    return result;
}

#endif

} // namespace uvstream::libraries
