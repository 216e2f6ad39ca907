#include "uvstream/libraries/commands.h"

#ifdef __linux__

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/child_processes.h"

namespace uvstream::libraries {

FILE* (*popen_real)(const char*, const char*) = nullptr;
int (*pclose_real)(FILE*) = nullptr;

namespace {

struct Command {
    FILE* file;
    pid_t child;
};

// Of all threads: a file may be closed in another than it was opened in.
std::mutex lock;
std::vector<Command> commands;

// The child whose pipe it is, which is forgotten; -1: none of ours.
pid_t take(const FILE* file) {
    const std::lock_guard<std::mutex> guard(lock);
    const auto found =
        std::find_if(commands.begin(), commands.end(), [&](const auto& one) { return one.file == file; });
    if (found == commands.end()) return -1;
    const pid_t child = found->child;
    commands.erase(found);
    return child;
}

void add(FILE* file, pid_t child) {
    const std::lock_guard<std::mutex> guard(lock);
    commands.push_back({file, child});
}

// A shell that has `its_end` as its standard input or output. 0, or what went wrong.
int begin_shell(const char* command, int its_end, int standard, pid_t& child) {
    const char* const arguments[] = {"sh", "-c", "--", command, nullptr};
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0) return error;
    error = posix_spawn_file_actions_adddup2(&actions, its_end, standard);
    if (error == 0) {
        error = posix_spawn(&child, "/bin/sh", &actions, nullptr, const_cast<char**>(arguments), environ);
    }
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

FILE* begin(const char* command, bool reads) {
    int ends[2]; // no other child has either
    if (pipe2(ends, O_CLOEXEC) != 0) return nullptr;
    const int ours = ends[reads ? 0 : 1], its = ends[reads ? 1 : 0];
    pid_t child;
    FILE* const file = fdopen(ours, reads ? "r" : "w");
    const int error = file != nullptr ? begin_shell(command, its, reads ? STDOUT_FILENO : STDIN_FILENO, child) : errno;
    close(its);
    if (error == 0) return add(file, child), file;
    file != nullptr ? static_cast<void>(fclose(file)) : static_cast<void>(close(ours));
    errno = error;
    return nullptr;
}

} // namespace

FILE* popen_parking(const char* command, const char* mode) {
    const bool reads = strcmp(mode, "r") == 0;
    const bool is_known = reads || strcmp(mode, "w") == 0;
    if (CallingThread::to_park_in() == nullptr || !is_known) return popen_real(command, mode);
    return begin(command, reads);
}

int pclose_parking(FILE* file) {
    const pid_t child = take(file);
    if (child < 0) return pclose_real(file);
    fclose(file);
    int status;
    return wait_for_own_child(child, &status) < 0 ? -1 : status;
}

} // namespace uvstream::libraries

#endif
