#include "uvstream/loop/resolver.h"

#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace uvstream::loop {

namespace {

// ASCII only, whatever the locale: so are names.
void to_lower_case(std::string& host) {
    for (char& c : host) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
}

bool is_local(std::string_view host) {
    constexpr std::string_view name = "localhost";
    if (!host.empty() && host.back() == '.') host.remove_suffix(1);
    if (host.size() < name.size() || host.substr(host.size() - name.size()) != name) return false;
    return host.size() == name.size() || host[host.size() - name.size() - 1] == '.';
}

// Where there are none left to read a file or ask a server with, glibc says of every name that it does not exist.
bool has_descriptors() {
    const int fd = open("/", O_RDONLY | O_CLOEXEC);
    if (fd >= 0) close(fd);
    return fd >= 0;
}

} // namespace

Resolver::Resolver(Jobs& jobs, const ResolverTimes& times)
    : jobs_(jobs), failed_names_(times.remembered, times.failed_lately) {}

Resolver::~Resolver() {
    for (const auto& [key, question] : under_way_) question->resolver = nullptr;
}

Ticket* Resolver::start(std::string host, int socktype, Wakeup* waiter) {
    to_lower_case(host);
    const auto found = under_way_.find({host, socktype});
    if (found != under_way_.end()) {
        Ticket* const ticket = Jobs::join(found->second, waiter);
        jobs_.run_queued();
        return ticket;
    }
    const Job::Kind kind = kind_of(host);
    auto* const question = new Question(this, kind, std::move(host), socktype);
    under_way_.emplace(key_of(*question), question);
    return jobs_.start(question, waiter, answer_at_once(*question));
}

bool Resolver::answer_at_once(Question& question) const {
    question.status = failed_names_.status_of(question.host);
    if (question.status != 0) return true;
    // In every form a number begins with a digit. (In IPv6's it never comes here.)
    const bool may_be_number = !question.host.empty() && question.host[0] >= '0' && question.host[0] <= '9';
    if (!may_be_number) return false;
    question.ask(AI_NUMERICHOST);
    return question.status == 0;
}

Job::Kind Resolver::kind_of(const std::string& host) const {
    if (is_local(host)) return Job::Kind::Local;
    return failed_names_.contains(host) ? Job::Kind::Failed : Job::Kind::Ordinary;
}

void Resolver::leave(const Question& question, bool by_thread) {
    under_way_.erase(key_of(question));
    if (!by_thread) return; // not noted: see has_descriptors()
    if (question.status == 0 || has_descriptors()) failed_names_.note(question.host, question.status);
}

} // namespace uvstream::loop
