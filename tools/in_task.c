// An extension for bin/conformance --in-task: the script that PHP was started for runs as a task of uvstream's, beside
// one that ticks. The very frame that the engine has made for it is executed there, so that its globals, __FILE__,
// constants, traces and return are those of a script.
#include "php.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#define TICK 0.002

// The objects that run the script come behind so many numbers, which are left for its own.
#define NUMBERS 512

static zend_execute_data* script;
static void (*execute_below)(zend_execute_data*);

static void call(const char* name, uint32_t count, zval* arguments, zval* result) {
    zval function;
    ZVAL_STRING(&function, name);
    ZVAL_UNDEF(result);
    call_user_function(NULL, NULL, &function, result, count, arguments);
    zval_ptr_dtor(&function);
}

// With the name of one of ours.
static zval call_with(const char* name, const char* ours) {
    zval function, result;
    ZVAL_STRING(&function, ours);
    call(name, 1, &function, &result);
    zval_ptr_dtor(&function);
    return result;
}

static void run(const char* ours) {
    zval result = call_with("Uvstream\\run", ours);
    zval_ptr_dtor(&result);
}

static void call_method(zval* object, const char* method) {
    zval result;
    ZVAL_UNDEF(&result);
    zend_call_method(Z_OBJ_P(object), Z_OBJCE_P(object), NULL, method, strlen(method), &result, 0, NULL, NULL);
    zval_ptr_dtor(&result);
}

// Puts the low numbers aside and says which is the first of them: for use_numbers(). (0: there are none to be had.)
static uint32_t keep_numbers(void) {
    zend_objects_store* const store = &EG(objects_store);
    const uint32_t first = store->top;
    if (store->free_list_head != -1 || first >= NUMBERS) return 0;
    store->top = NUMBERS;
    for (uint32_t number = NUMBERS; number-- > first;) ZEND_OBJECTS_STORE_ADD_TO_FREE_LIST(number);
    store->free_list_head = -1;
    return first;
}

static void use_numbers(uint32_t first) {
    if (first != 0) EG(objects_store).free_list_head = (int)first;
}

// The script, and what the engine does with an exception that it leaves, which is to find the script's own handler.
ZEND_FUNCTION(in_task_script) {
    ZEND_PARSE_PARAMETERS_NONE();
    zend_execute_data* bottom = execute_data;
    while (bottom->prev_execute_data != NULL) bottom = bottom->prev_execute_data;
    script->prev_execute_data = bottom;
    EG(current_execute_data) = script;
    zend_execute_ex(script);
    if (EG(exception) != NULL && Z_TYPE(EG(user_exception_handler)) != IS_UNDEF) zend_user_exception_handler();
}

// In a run() of its own: the script's signal handlers are to run in its task.
ZEND_FUNCTION(in_task_body) {
    ZEND_PARSE_PARAMETERS_NONE();
    run("in_task_script");
}

ZEND_FUNCTION(in_task_tick) {
    ZEND_PARSE_PARAMETERS_NONE();
    while (EG(exception) == NULL) {
        zval seconds, result;
        ZVAL_DOUBLE(&seconds, TICK);
        call("Uvstream\\delay", 1, &seconds, &result);
    }
}

ZEND_FUNCTION(in_task_main) {
    ZEND_PARSE_PARAMETERS_NONE();
    const uint32_t first = keep_numbers();
    zval ticker = call_with("Uvstream\\spawn", "in_task_tick");
    zval body = call_with("Uvstream\\spawn", "in_task_body");
    use_numbers(first);
    call_method(&body, "await");
    if (EG(exception) == NULL) call_method(&ticker, "cancel");
    zval_ptr_dtor(&body);
    zval_ptr_dtor(&ticker);
}

// Of the first script of a request, instead of the engine's.
static void execute(zend_execute_data* frame) {
    static const zend_function nameless = {.type = ZEND_INTERNAL_FUNCTION};
    zend_execute_data bottom = {.func = (zend_function*)&nameless};
    script = frame;
    zend_execute_ex = execute_below;
    EG(current_execute_data) = &bottom;
    run("in_task_main");
    EG(current_execute_data) = NULL;
}

static PHP_MINIT_FUNCTION(in_task) {
    execute_below = zend_execute_ex;
    return SUCCESS;
}

static PHP_RINIT_FUNCTION(in_task) {
    zend_execute_ex = execute;
    return SUCCESS;
}

ZEND_BEGIN_ARG_INFO_EX(arginfo_nothing, 0, 0, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry functions[] = {
    ZEND_FE(in_task_main, arginfo_nothing)   // which spawns
    ZEND_FE(in_task_tick, arginfo_nothing)   // a task
    ZEND_FE(in_task_body, arginfo_nothing)   // another one, in which
    ZEND_FE(in_task_script, arginfo_nothing) // the script runs
    {0},
};

zend_module_entry in_task_module_entry = {
    STANDARD_MODULE_HEADER,
    .name = "in_task",
    .functions = functions,
    .module_startup_func = PHP_MINIT(in_task),
    .request_startup_func = PHP_RINIT(in_task),
    .version = NO_VERSION_YET,
    STANDARD_MODULE_PROPERTIES,
};

ZEND_GET_MODULE(in_task)
