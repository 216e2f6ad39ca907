#include "uvstream/loop/failed_names.h"

#include <algorithm>

#include <netdb.h>

namespace uvstream::loop {

namespace {
constexpr size_t kLongestName = 255; // of DNS: what is longer fails without being asked of anybody
} // namespace

void FailedNames::note(const std::string& host, int status) {
    if (status == EAI_SYSTEM || status == EAI_MEMORY || host.size() > kLongestName) return;
    failures_.erase(
        std::remove_if(failures_.begin(), failures_.end(), [&](const Failure& one) { return one.host == host; }),
        failures_.end());
    if (status == 0) return;
    if (failures_.size() == kMost) failures_.pop_front();
    // A name server that did not answer may do so the next time.
    const int64_t remembered_us = status == EAI_AGAIN ? 0 : remembered_us_;
    failures_.push_back({host, status, base::Deadline::after_us(remembered_us), base::Deadline::after_us(lately_us_)});
}

int FailedNames::status_of(const std::string& host) const {
    const Failure* const failure = find(host);
    return failure != nullptr && !failure->remembered_until.passed() ? failure->status : 0;
}

bool FailedNames::contains(const std::string& host) const {
    const Failure* const failure = find(host);
    return failure != nullptr && !failure->lately_until.passed();
}

const FailedNames::Failure* FailedNames::find(const std::string& host) const {
    const auto found =
        std::find_if(failures_.begin(), failures_.end(), [&](const Failure& one) { return one.host == host; });
    return found != failures_.end() ? &*found : nullptr;
}

} // namespace uvstream::loop
